import { compareDecimals, isPositive } from "../kinds/decimal"
import type { ClaimSummary, Demand } from "../kinds/demand"
import type { OrderFacts } from "../kinds/order-facts"
import type { BaseRate } from "./base-rate"
import { addDays, type CalendarDay, calendarDayOf, latestDay } from "./calendar-day"
import { type Claim, claimStatement, type ClaimStatement, type DatedAmount } from "./claim-statement"
import { costsOfDefault, inDefaultFrom } from "./costs-of-default"
import { countryProfile, type CustomerType } from "./country-profiles"
import { currencyDecimals } from "./currency-decimals"
import { dueDayOf } from "./due-day"
import type { DunningCase } from "./dunning-case"
import { compareSteps, type DunningStep, stepName } from "./dunning-plan"
import { add, fraction, toDecimal } from "./fraction"
import { interestPeriods } from "./interest"
import { progressOf } from "./step-history"

/** What a shop asks of customers in default. */
export interface ClaimTerms {
  /** Who counts as a business: nobody, or an order whose billing address has a company. */
  businessCustomers: "none" | "company"
  /** Whether businesses are asked for the flat fee (section 288 (5) BGB). */
  flatFee: boolean
  baseRates: readonly BaseRate[]
}

/** What of an order says how much is owed, and by whom. */
export type OwedByOrder = Pick<
  OrderFacts,
  "currency_code" | "totals" | "captures" | "billing_address" | "shipping_address"
>

/**
 * What a step asks of the customer when its mail is written now.
 *
 * The mail gives the customer the step's days from today, and never less time than the due date or a mail before did. Costs
 * and interest are those of `claimStatement`; the step itself counts as sent now.
 *
 * @throws RangeError when an amount is no decimal number
 */
export function demandFor(
  step: DunningStep,
  dunningCase: DunningCase,
  order: OwedByOrder,
  terms: ClaimTerms,
  now: Date,
): Demand {
  const { plan, history, settings } = dunningCase
  const today = calendarDayOf(now, settings.sendingTimes.timeZone)
  const dueDay = dueDayOf(dunningCase) ?? today
  const before = progressOf(history)
  const given = latestDay(dueDay, before.payableUntil ?? dueDay)
  // Where the date that applies already is over, or ends today, the customer has the days of a first mail again.
  const days = step.payableWithinDays ?? (given > today ? 0 : settings.payableWithinDays)
  const payableUntil = latestDay(given, addDays(today, days))
  const statement = statementOf(step, dunningCase, order, terms, { now, today, dueDay })
  return {
    level: step.level,
    attempt: history.filter((record) => stepName(record) === stepName(step) && record.state === "withdrawn").length + 1,
    dueDay,
    payableUntil,
    beforeDue: today <= dueDay,
    // What causes default is the same: a reminder that was sent after the due date.
    remindedBefore: inDefaultFrom(dueDay, history, settings.sendingTimes.timeZone) !== null,
    isLast: plan.steps.every((other) => compareSteps(other, step) <= 0),
    offersCancellation: step.offersCancellation && isCancelable(dunningCase.order),
    copyToMerchant: step.copyToMerchant,
    total: statement === null ? order.totals.open : statement.total,
    claim: statement && summaryOf(statement),
  }
}

/** What has left the shop is sent back and not canceled, and Medusa cancels no order that is completed. */
function isCancelable({ fulfilledAt, status }: DunningCase["order"]): boolean {
  return fulfilledAt === null && status !== "completed"
}

interface Moment {
  now: Date
  today: CalendarDay
  dueDay: CalendarDay
}

interface StatementOfStep extends ClaimStatement {
  interestFrom: CalendarDay | null
  interestPercent: string | null
}

/** @returns null where nothing but the open amount is owed, and never was */
function statementOf(
  step: DunningStep,
  { plan, history, settings }: DunningCase,
  order: OwedByOrder,
  terms: ClaimTerms,
  { now, today, dueDay }: Moment,
): StatementOfStep | null {
  const { timeZone } = settings.sendingTimes
  const start = inDefaultFrom(dueDay, history, timeZone)
  if (start === null) return null
  const currency = order.currency_code.toUpperCase()
  const customerType = customerTypeOf(order, terms)
  const profile = countryProfile((order.billing_address ?? order.shipping_address)?.country_code ?? null)
  const rule = step.interest ? profile.interest[customerType] : null
  const { kind, level } = step
  const costs = costsOfDefault(plan, [...history, { kind, level, state: "sent", at: now, payableUntil: null }], {
    profile,
    customerType,
    currency,
    inDefaultFrom: start,
    flatFee: terms.flatFee,
    timeZone,
  })
  const payments = order.captures.map(({ at, amount }) => ({ day: calendarDayOf(new Date(at), timeZone), amount }))
  const claim: Claim = {
    principal: principalOf(order, payments),
    currency,
    interest: rule === null ? null : { from: start, rule },
    costs,
    payments,
  }
  const statement = claimStatement(claim, terms.baseRates, today)
  if (compareDecimals(statement.total, order.totals.open) === 0 && !isAskedForMore(statement)) return null
  const bearsInterest = rule !== null && start <= today
  return {
    ...statement,
    interestFrom: bearsInterest ? start : null,
    interestPercent: bearsInterest ? (interestPeriods(rule, terms.baseRates, today, today)[0]?.percent ?? null) : null,
  }
}

/** What was to be paid before anything was: the order may have been changed since, so it is counted back from what is open. */
function principalOf({ totals, currency_code }: OwedByOrder, payments: readonly DatedAmount[]): string {
  const all = payments.reduce((sum, { amount }) => add(sum, fraction(amount)), fraction(totals.open))
  return toDecimal(all, currencyDecimals(currency_code))
}

function isAskedForMore({ open, payments }: ClaimStatement): boolean {
  return [open, ...payments.map(({ credited }) => credited)].some(
    ({ costs, interest }) => isPositive(costs) || isPositive(interest),
  )
}

function summaryOf({ open, payments, interestFrom, interestPercent }: StatementOfStep): ClaimSummary {
  const wasCredited = payments.some(({ credited }) => isPositive(credited.costs) || isPositive(credited.interest))
  return {
    ...open,
    interestFrom,
    interestPercent,
    payments: wasCredited ? payments.map(({ day, amount, credited }) => ({ day, amount, ...credited })) : [],
  }
}

/** In doubt a consumer, of whom less may be asked. */
function customerTypeOf({ billing_address }: OwedByOrder, { businessCustomers }: ClaimTerms): CustomerType {
  const company = businessCustomers === "company" ? billing_address?.company?.trim() : undefined
  return company ? "business" : "consumer"
}
