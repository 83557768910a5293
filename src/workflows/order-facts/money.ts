import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

export type Money = (amount: BigNumberInput | null | undefined) => string

/** @returns what writes an amount in major units as a decimal string with the currency's own decimals (ISO 4217). */
export function moneyIn(currencyCode: string): Money {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency: currencyCode,
  }).resolvedOptions()
  return (amount) => MathBN.convert(amount ?? 0).toFixed(maximumFractionDigits ?? 2)
}
