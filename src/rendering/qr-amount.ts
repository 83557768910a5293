import { compareDecimals, isDecimal, withoutTrailingZeros } from "../kinds/decimal"

/**
 * An amount as payment codes write it, EPC069-12 and Swiss QR-bill alike.
 *
 * @returns the amount with two decimals; null outside 0.01 to 999999999.99 and for fractions of a cent
 */
export function qrAmount(amount: string): string | null {
  if (!isDecimal(amount) || compareDecimals(amount, "0.01") < 0 || compareDecimals(amount, "999999999.99") > 0) {
    return null
  }
  const [whole = "0", fraction = ""] = withoutTrailingZeros(amount).split(".")
  return fraction.length > 2 ? null : `${whole}.${fraction.padEnd(2, "0")}`
}
