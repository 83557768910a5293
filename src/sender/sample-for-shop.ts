import type { OrderFacts } from "../kinds/order-facts"
import { sampleOrder } from "../kinds/sample-order"
import type { Language } from "../rendering/types"
import type { ShopSettings } from "./prepare-order-mail"

/**
 * The sample order as one that the shop has just got: in a currency it has a bank account for, and without pictures, which
 * stand nowhere and would only be missing.
 */
export function sampleForShop({ bank }: Pick<ShopSettings, "bank">, language: Language, now: Date): OrderFacts {
  const sample = sampleOrder(language)
  return {
    ...sample,
    currency_code: payableCurrency(bank.accounts, sample.currency_code),
    placed_at: now.toISOString(),
    items: sample.items.map((item) => ({ ...item, thumbnail: null })),
  }
}

function payableCurrency(accounts: ShopSettings["bank"]["accounts"], usual: string): string {
  const isPayable = accounts.some(({ currency }) => currency === null || currency.toLowerCase() === usual)
  return isPayable ? usual : (accounts[0]?.currency?.toLowerCase() ?? usual)
}
