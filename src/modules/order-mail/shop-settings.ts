import type { ShopSettings } from "../../sender/prepare-order-mail"
import type { ResolvedOptions } from "./options"

/** Colours of a mail until the settings page can change them; all pairs of text and ground meet WCAG AA. */
const DEFAULT_COLORS = {
  background: "#f4f4f5",
  card: "#ffffff",
  text: "#18181b",
  primary: "#1d4ed8",
  buttonText: "#ffffff",
}

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
