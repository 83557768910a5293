import { addDays, type CalendarDay } from "./calendar-day"
import type { BaseRate } from "./base-rate"
import type { InterestRule } from "./country-profiles"
import { type ClaimParts, creditPayment, totalOf } from "./credit-payment"
import { currencyDecimals } from "./currency-decimals"
import { add, fraction, type Fraction, subtract, toDecimal, ZERO } from "./fraction"
import { exactInterest } from "./interest"

/** What happened to one claim. Amounts are decimal strings in major units of the currency. */
export interface Claim {
  /** What was to be paid at first. */
  principal: string
  currency: string
  /** First day that bears interest and the rule; null: none does. */
  interest: { from: CalendarDay; rule: InterestRule } | null
  /** Fees and the flat fee, on the day they were asked for. */
  costs: readonly DatedAmount[]
  payments: readonly DatedAmount[]
}

export interface DatedAmount {
  day: CalendarDay
  amount: string
}

/** What is owed on a day, in the way the mail shows it: the parts add up to the total. */
export interface ClaimStatement {
  open: ClaimParts
  total: string
  /** Everything that was paid beyond what was owed at the time. */
  excess: string
  /** How each payment was credited, by day. */
  payments: { day: CalendarDay; amount: string; credited: ClaimParts }[]
}

/**
 * What is owed at the end of a day.
 *
 * Interest runs on the open principal only; a payment's day still bears it on what was open in the morning. All interest so
 * far is added up exactly and rounded half up as one sum, so however many payments there are, what is asked for never differs
 * from it by more than half of the smallest coin.
 *
 * @param today inclusive; what comes later is not looked at
 * @throws RangeError when an amount is no decimal number
 */
export function claimStatement(claim: Claim, rates: readonly BaseRate[], today: CalendarDay): ClaimStatement {
  const { currency } = claim
  const decimals = currencyDecimals(currency)
  const nothing = toDecimal(ZERO, decimals)
  let open: ClaimParts = { costs: nothing, interest: nothing, principal: plus(claim.principal, nothing, decimals) }
  let accrued: Fraction = ZERO
  let credited: Fraction = ZERO
  let accruedFrom = claim.interest?.from ?? today
  let excess = nothing
  const payments: ClaimStatement["payments"] = []

  const accrueUntil = (day: CalendarDay): void => {
    if (claim.interest === null || day < accruedFrom) return
    accrued = add(accrued, exactInterest(open.principal, claim.interest.rule, rates, accruedFrom, day))
    accruedFrom = addDays(day, 1)
    open = { ...open, interest: minus(toDecimal(accrued, decimals), credited, decimals) }
  }
  for (const event of eventsOf(claim, today)) {
    if (event.type === "cost") {
      open = { ...open, costs: plus(open.costs, event.amount, decimals) }
      continue
    }
    accrueUntil(event.day)
    const result = creditPayment(open, event.amount, currency)
    open = result.open
    credited = add(credited, fraction(result.credited.interest))
    excess = plus(excess, result.excess, decimals)
    payments.push({ day: event.day, amount: event.amount, credited: result.credited })
  }
  accrueUntil(today)
  return { open, total: totalOf(open, currency), excess, payments }
}

/** By day; on one day costs come first, as § 367 (1) BGB credits them first. */
function eventsOf(claim: Claim, today: CalendarDay): (DatedAmount & { type: "cost" | "payment" })[] {
  const costs = claim.costs.map((cost) => ({ ...cost, type: "cost" as const }))
  const payments = claim.payments.map((payment) => ({ ...payment, type: "payment" as const }))
  return [...costs, ...payments]
    .filter(({ day }) => day <= today)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function plus(a: string, b: string, decimals: number): string {
  return toDecimal(add(fraction(a), fraction(b)), decimals)
}

function minus(a: string, b: Fraction, decimals: number): string {
  return toDecimal(subtract(fraction(a), b), decimals)
}
