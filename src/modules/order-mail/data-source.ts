import "reflect-metadata"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { PoolClient } from "pg"
import { DataSource } from "typeorm"
import { migrations } from "../../../migrations"
import { OrderMailContent } from "./entities/order-mail-content.entity"
import { OrderMailDomainCheck } from "./entities/order-mail-domain-check.entity"
import { OrderMailDomain } from "./entities/order-mail-domain.entity"
import { OrderMailInstallation } from "./entities/order-mail-installation.entity"
import { OrderMailNotice } from "./entities/order-mail-notice.entity"
import { OrderMailSettingsChange } from "./entities/order-mail-settings-change.entity"
import { OrderMailShop } from "./entities/order-mail-shop.entity"
import { OrderMailTimelineEntry } from "./entities/order-mail-timeline.entity"
import { OrderMail } from "./entities/order-mail.entity"

/** Where the plugin's DataSource stands in the module's container. */
export const DATA_SOURCE = "orderMailDataSource"

/** The part of Medusa's shared knex connection that says where the database is. */
interface SharedConnection {
  client: {
    config: {
      connection: { connectionString?: string; ssl?: boolean | object } | string
      searchPath?: string | string[]
    }
  }
}

interface Resolver {
  resolve<T>(name: string): T
}

export interface DatabaseAddress {
  url: string
  ssl?: boolean | object
  schema?: string
}

/** Our tables are in Medusa's own database: the address is read off the connection Medusa has opened. */
export function databaseAddressOf(container: Resolver): DatabaseAddress {
  const { connection, searchPath } = container.resolve<SharedConnection>(ContainerRegistrationKeys.PG_CONNECTION).client
    .config
  const settings = typeof connection === "string" ? { connectionString: connection } : connection
  if (!settings.connectionString)
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      "medusa-order-mail needs projectConfig.databaseUrl in medusa-config: it keeps its tables in the same database",
    )
  return {
    url: settings.connectionString,
    ssl: "ssl" in settings ? settings.ssl : undefined,
    schema: Array.isArray(searchPath) ? searchPath[0] : searchPath,
  }
}

/**
 * For pg's pool, which runs it on every new connection. As Medusa's own connection does it, and not as a start-up option:
 * connection poolers (PgBouncer, Neon) refuse those.
 */
function useSchema(schema: string) {
  const statement = `SET search_path TO "${schema.replaceAll('"', '""')}"`
  return (client: PoolClient, done: (error?: Error | null) => void): void =>
    client.query(statement, (error) => done(error))
}

/**
 * The plugin's own DataSource: a small pool, because Medusa has its own to the same database.
 *
 * @param onPoolError hears of connections that break while idle; without it such an error would end the process.
 */
export function createDataSource(address: DatabaseAddress, onPoolError: (error: Error) => void): DataSource {
  return new DataSource({
    type: "postgres",
    url: address.url,
    schema: address.schema,
    ssl: address.ssl,
    applicationName: "medusa-order-mail",
    poolSize: 6,
    connectTimeoutMS: 5_000,
    poolErrorHandler: onPoolError,
    entities: [
      OrderMail,
      OrderMailContent,
      OrderMailDomain,
      OrderMailDomainCheck,
      OrderMailInstallation,
      OrderMailNotice,
      OrderMailSettingsChange,
      OrderMailShop,
      OrderMailTimelineEntry,
    ],
    migrations,
    migrationsTableName: "order_mail_migration",
    extra: address.schema ? { verify: useSchema(address.schema) } : {},
  })
}
