import { DEFAULT_COLORS } from "../../rendering/default-colors"
import { domainOf } from "../../sender/compose-message"
import type { DomainStanding } from "../../sender/domain-standing"
import type { ShopSettings } from "../../sender/prepare-order-mail"
import type { ResolvedOptions } from "./options"

/** What is remembered of the sender's domain, and how to sign for one. */
export interface DomainKnowledge {
  standing: DomainStanding | null
  signerFor: ShopSettings["signerFor"]
  recipientDomain: ShopSettings["recipientDomain"]
}

/** What the options say about a shop, in the words of sender and rendering. */
export function shopSettings(options: ResolvedOptions, domain: DomainKnowledge): ShopSettings {
  const { shop, sender, fallback, bankTransfer } = options
  return {
    secret: options.secret,
    returnPathDomain: options.returnPathDomain ?? null,
    defaultLanguage: shop.language,
    timeZone: shop.timeZone,
    sender: {
      ...sender,
      shopName: shop.name,
      fallback: fallback ? { address: fallback.address, domain: domainOf(fallback.address) } : null,
      dkimMode: sender.dkim,
      standing: domain.standing,
    },
    archiveAddress: options.archiveAddress ?? null,
    recipientDomain: options.dns.checkRecipients ? domain.recipientDomain : () => Promise.resolve("unknown"),
    signerFor: sender.dkim === "own-key" ? domain.signerFor : () => Promise.resolve(null),
    branding: { shopName: shop.name, shopUrl: shop.url, footerLines: shop.footerLines, colors: DEFAULT_COLORS },
    bankTransfer,
  }
}
