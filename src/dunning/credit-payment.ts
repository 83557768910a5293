import { add, fraction, type Fraction, larger, smaller, subtract, toDecimal, ZERO } from "./fraction"
import { currencyDecimals } from "./currency-decimals"

/** What is owed or paid, by what it is for. Decimal strings in major units. */
export interface ClaimParts {
  costs: string
  interest: string
  principal: string
}

/** Where a payment went to. */
export interface CreditedPayment {
  credited: ClaimParts
  /** What is still open after it. */
  open: ClaimParts
  /** What was paid beyond everything that was owed. */
  excess: string
}

/**
 * Credits a payment that does not pay everything: first to the costs, then to the interest, last to the principal
 * (§ 367 (1) BGB). A customer who says otherwise when paying can be refused (§ 367 (2)), which is the merchant's to decide.
 *
 * @param payment above zero
 * @param currency ISO 4217; results have as many decimals as it has
 * @throws RangeError when an amount is no decimal number
 */
export function creditPayment(open: ClaimParts, payment: string, currency: string): CreditedPayment {
  const decimals = currencyDecimals(currency)
  const credited: ClaimParts = { costs: "", interest: "", principal: "" }
  const remaining: ClaimParts = { ...credited }
  let left = fraction(payment)
  for (const part of CREDITING_ORDER) {
    const owed = notNegative(fraction(open[part]))
    const taken = smaller(owed, notNegative(left))
    left = subtract(left, taken)
    credited[part] = toDecimal(taken, decimals)
    remaining[part] = toDecimal(subtract(owed, taken), decimals)
  }
  return { credited, open: remaining, excess: toDecimal(notNegative(left), decimals) }
}

/** @returns costs, interest and principal together */
export function totalOf({ costs, interest, principal }: ClaimParts, currency: string): string {
  const total = [costs, interest, principal].map(fraction).reduce(add, ZERO)
  return toDecimal(total, currencyDecimals(currency))
}

const CREDITING_ORDER = ["costs", "interest", "principal"] as const satisfies readonly (keyof ClaimParts)[]

function notNegative(amount: Fraction): Fraction {
  return larger(amount, ZERO)
}
