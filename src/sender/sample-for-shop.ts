import { sampleMail, type SampleChoice, type SampleMail } from "../kinds/sample-mail"
import type { Language } from "../rendering/types"
import type { ShopSettings } from "./prepare-order-mail"

/**
 * A sample mail of a kind as the shop would write it now: about an order in a currency it has a bank account for, and without
 * pictures, which stand nowhere and would only be missing.
 *
 * @throws Error that names what there is, when the kind has no such variant
 */
export function sampleForShop(
  { bank }: Pick<ShopSettings, "bank">,
  choice: Pick<SampleChoice, "kind" | "variant"> & { language: Language; now: Date },
): SampleMail {
  const { facts, occasion } = sampleMail(choice)
  return {
    facts: {
      ...facts,
      currency_code: payableCurrency(bank.accounts, facts.currency_code),
      items: facts.items.map((item) => ({ ...item, thumbnail: null })),
    },
    occasion,
  }
}

function payableCurrency(accounts: ShopSettings["bank"]["accounts"], usual: string): string {
  const isPayable = accounts.some(({ currency }) => currency === null || currency.toLowerCase() === usual)
  return isPayable ? usual : (accounts[0]?.currency?.toLowerCase() ?? usual)
}
