import { randomBytes } from "node:crypto"
import type { DataSource } from "typeorm"
import { MerchantDesk, type MerchantDeskParts } from "../../src/modules/order-mail/merchant-desk"
import type { ResolvedOptions } from "../../src/modules/order-mail/options"
import { SenderDesk } from "../../src/modules/order-mail/sender-desk"
import { SenderDomains } from "../../src/modules/order-mail/sender-domains"
import { OrderMailSettings } from "../../src/modules/order-mail/settings/order-mail-settings"
import { SenderSettings } from "../../src/modules/order-mail/settings/sender-settings"
import { createDnsResolver } from "../../src/sender/dns/resolver"
import { readEncryptionKeys } from "../../src/sender/secrets/encryption-key"
import { createSecretBox } from "../../src/sender/secrets/secret-box"

let made = 0

/** A merchant desk as a process of its own has it. @param dns host and port */
export function merchantDesk(dataSource: DataSource, options: ResolvedOptions, dns: string): MerchantDesk {
  return new MerchantDesk(merchantDeskParts(dataSource, options, dns))
}

/** What writes to merchants, as a process of its own has it: nothing is shared but the database. @param dns host and port */
export function merchantDeskParts(dataSource: DataSource, options: ResolvedOptions, dns: string): MerchantDeskParts {
  const secretBox = createSecretBox(readEncryptionKeys([{ id: "k1", key: randomBytes(32).toString("base64") }]))
  const resolver = createDnsResolver({ servers: [dns], timeoutMs: 1000, tries: 1 })
  const settings = new OrderMailSettings(dataSource, options)
  const sender = new SenderDesk({
    options,
    domains: new SenderDomains({ dataSource, secretBox, resolver }),
    saved: new SenderSettings({ dataSource, secretBox, options }),
    settings,
    logger: { warn: () => undefined },
  })
  return { dataSource, settings, sender, newMailId: () => `om_notice${made++}` }
}
