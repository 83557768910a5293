import { compareDecimals } from "../kinds/decimal"
import { addDays, type CalendarDay, calendarDayOf } from "./calendar-day"
import type { DatedAmount } from "./claim-statement"
import type { CountryProfile, CustomerType } from "./country-profiles"
import { currencyDecimals } from "./currency-decimals"
import { type DunningPlan, stepName, type StepFee } from "./dunning-plan"
import { fraction, larger, subtract, toDecimal, ZERO } from "./fraction"
import type { StepRecord } from "./step-history"

/**
 * The first day that bears interest and on which a reminder may cost something: the day after the first reminder or dunning
 * letter that went out after the due date. The reminder itself causes the default (§ 286 (1) BGB) and its day is not counted
 * (§ 187 (1) BGB).
 *
 * Default can begin earlier, by a date that was agreed (§ 286 (2)) or 30 days after the due date (§ 286 (3)); a program
 * cannot know what was agreed, and asking for less is never wrong.
 *
 * @param dueDay last day on which paying was in time
 * @returns null when no such reminder was sent
 */
export function inDefaultFrom(
  dueDay: CalendarDay,
  history: readonly StepRecord[],
  timeZone: string,
): CalendarDay | null {
  const days = history
    .filter(({ kind, state }) => kind !== "payment-info" && state === "sent")
    .map(({ at }) => calendarDayOf(at, timeZone))
    .filter((day) => day > dueDay)
  return days.length === 0
    ? null
    : addDays(
        days.reduce((first, day) => (day < first ? day : first)),
        1,
      )
}

/** Whose default it is, and what follows from it. */
export interface DefaultTerms {
  profile: CountryProfile
  customerType: CustomerType
  /** ISO 4217, in either case. */
  currency: string
  /** From `inDefaultFrom`. */
  inDefaultFrom: CalendarDay | null
  /** Whether the merchant asks businesses for the flat fee at all. */
  flatFee: boolean
  timeZone: string
}

/**
 * The costs of a claim: the fees of the steps that were sent in default, and the flat fee.
 *
 * The flat fee is credited against costs of enforcing the claim (§ 288 (5) BGB, last sentence), so both together are never more
 * than the larger of them: fees are asked for only where they exceed it.
 *
 * @param history every step that was sent, and the one that is being written, as sent today
 */
export function costsOfDefault(plan: DunningPlan, history: readonly StepRecord[], terms: DefaultTerms): DatedAmount[] {
  const start = terms.inDefaultFrom
  if (start === null) return []
  const decimals = currencyDecimals(terms.currency)
  const flat = terms.flatFee ? terms.profile.flatFee[terms.customerType] : null
  let covered = ZERO
  const costs: DatedAmount[] = []
  if (flat !== null && flat.currency === terms.currency.toUpperCase()) {
    costs.push({ day: start, amount: flat.amount })
    covered = fraction(flat.amount)
  }
  for (const { day, amount } of feesOf(plan, history, terms)) {
    if (day < start) continue
    const beyond = subtract(fraction(amount), covered)
    covered = larger(subtract(covered, fraction(amount)), ZERO)
    if (beyond.numerator > 0n) costs.push({ day, amount: toDecimal(beyond, decimals) })
  }
  return costs
}

/** What a step costs this customer; "0" where the plan or the country's law has no fee. */
function feesOf(plan: DunningPlan, history: readonly StepRecord[], terms: DefaultTerms): DatedAmount[] {
  if (!terms.profile.fees[terms.customerType]) return []
  const fees = new Map(plan.steps.map((step) => [stepName(step), feeIn(step.fees, terms)]))
  const charged = new Set<string>()
  const sent = history.filter(({ state }) => state === "sent").sort((a, b) => a.at.getTime() - b.at.getTime())
  return sent.flatMap((record) => {
    const name = stepName(record)
    const amount = fees.get(name) ?? "0"
    // A mail that was sent again is the same reminder.
    if (charged.has(name) || compareDecimals(amount, "0") <= 0) return []
    charged.add(name)
    return [{ day: calendarDayOf(record.at, terms.timeZone), amount }]
  })
}

function feeIn(fees: readonly StepFee[], { currency, customerType }: DefaultTerms): string {
  return fees.find((fee) => fee.currency === currency.toUpperCase())?.[customerType] ?? "0"
}
