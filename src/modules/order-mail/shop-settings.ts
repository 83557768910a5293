import { DEFAULT_COLORS } from "../../rendering/default-colors"
import type { ShopSettings } from "../../sender/prepare-order-mail"
import type { ResolvedOptions } from "./options"

/** What the options say about a shop, in the words of sender and rendering. */
export function shopSettings(options: ResolvedOptions): ShopSettings {
  const { shop, sender, bankTransfer } = options
  return {
    secret: options.secret,
    returnPathDomain: options.returnPathDomain ?? null,
    defaultLanguage: shop.language,
    timeZone: shop.timeZone,
    sender: { ...sender, shopName: shop.name, fallbackAddress: options.fallback?.address ?? null },
    branding: { shopName: shop.name, shopUrl: shop.url, footerLines: shop.footerLines, colors: DEFAULT_COLORS },
    bankTransfer,
  }
}
