import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createDnsResolver } from "../../../sender/dns/resolver"
import { readEncryptionKeys } from "../../../sender/secrets/encryption-key"
import { createSecretBox } from "../../../sender/secrets/secret-box"
import { createDataSource, DATA_SOURCE, databaseAddressOf } from "../data-source"
import { parseOptions, type ResolvedOptions } from "../options"
import { isMigrated, rememberEncryptionKeys } from "../queries/remember-encryption-keys"
import { resealSecrets } from "../queries/reseal-secrets"
import { SenderDomains } from "../sender-domains"
import { OrderMailSettings } from "../settings/order-mail-settings"
import { SenderSettings } from "../settings/sender-settings"

/** Where the checked options and what is known of senders stand in the module's container. */
const OPTIONS = "orderMailOptions"
const SENDER_DOMAINS = "orderMailSenderDomains"
const SENDER_SETTINGS = "orderMailSenderSettings"
const SETTINGS = "orderMailSettings"

/**
 * Checks the plugin's options and opens its DataSource; a wrong option, a missing or wrong encryption key, or an
 * unreachable database stops the boot.
 */
export default async function openDataSource({ container, options }: LoaderOptions): Promise<void> {
  const resolved: ResolvedOptions = parseOptions(options)
  const keys = readEncryptionKeys(resolved.encryptionKeys)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const dataSource = createDataSource(databaseAddressOf(container), (error) =>
    logger.warn(`order_mail: an idle database connection broke, a new one will be opened: ${error.message}`),
  )
  await dataSource.initialize()
  const { servers, timeoutMs } = resolved.dns
  const secretBox = createSecretBox(keys)
  if (await isMigrated(dataSource)) {
    await rememberEncryptionKeys(dataSource, keys)
    await resealSecrets(dataSource, secretBox)
  }
  const senderDomains = new SenderDomains({
    dataSource,
    secretBox,
    resolver: createDnsResolver({ servers: servers ?? null, timeoutMs, tries: 2, mustKnowRoot: !servers }),
  })
  container.register({
    [DATA_SOURCE]: asValue(dataSource),
    [OPTIONS]: asValue(resolved),
    [SENDER_DOMAINS]: asValue(senderDomains),
    [SENDER_SETTINGS]: asValue(new SenderSettings({ dataSource, secretBox, options: resolved })),
    [SETTINGS]: asValue(new OrderMailSettings(dataSource, resolved)),
  })
}
