import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createDataSource, DATA_SOURCE, databaseAddressOf } from "../data-source"
import { parseOptions, type ResolvedOptions } from "../options"

/** Where the checked options stand in the module's container. */
const OPTIONS = "orderMailOptions"

/**
 * Checks the plugin's options and opens its DataSource; a wrong option or an unreachable database stops the boot.
 */
export default async function openDataSource({ container, options }: LoaderOptions): Promise<void> {
  const resolved: ResolvedOptions = parseOptions(options)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const dataSource = createDataSource(databaseAddressOf(container), (error) =>
    logger.warn(`order_mail: an idle database connection broke, a new one will be opened: ${error.message}`),
  )
  await dataSource.initialize()
  container.register({ [DATA_SOURCE]: asValue(dataSource), [OPTIONS]: asValue(resolved) })
}
