import { DEFAULT_COLORS } from "../../rendering/default-colors"
import { domainOf } from "../../sender/compose-message"
import type { ShopSettings } from "../../sender/prepare-order-mail"
import type { ResolvedOptions } from "./options"

/** What the options say about a shop, in the words of sender and rendering. */
export function shopSettings(options: ResolvedOptions): ShopSettings {
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
      dkimMode: "own-key",
      standing: null,
    },
    branding: { shopName: shop.name, shopUrl: shop.url, footerLines: shop.footerLines, colors: DEFAULT_COLORS },
    bankTransfer,
  }
}
