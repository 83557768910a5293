import { Module } from "@medusajs/framework/utils"
import { ORDER_MAIL_MODULE } from "./module-name"
import openDataSource from "./loaders/open-data-source"
import { generateMigration, revertMigration, runMigrations } from "./run-migrations"
import OrderMailModuleService from "./service"

export { ORDER_MAIL_MODULE, OrderMailModuleService }
export { OrderMailEvents, type OrderMailEventData } from "./events"
export type { OrderMailOptions } from "./options"

/** Medusa's loader takes a module's migrations from these functions, so `medusa db:migrate` runs TypeORM's, too. */
export default Object.assign(
  Module(ORDER_MAIL_MODULE, { service: OrderMailModuleService, loaders: [openDataSource] }),
  {
    runMigrations,
    revertMigration,
    generateMigration,
  },
)
