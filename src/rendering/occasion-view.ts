import { negated } from "../kinds/decimal"
import type { ClaimSummary, Demand } from "../kinds/demand"
import { paymentOf, refundOf } from "../kinds/money-movement"
import type { MoneyMovement } from "../kinds/occasion"
import { isPositive } from "../kinds/decimal"
import { formatCalendarDay, formatDate, formatMoney, formatPercent } from "./format"
import type { RenderInput } from "./types"

/** What a template can say about what a mail is about: finished texts in the mail's language, null where there is nothing to say. */
export interface OccasionView {
  demand: DemandView | null
  /** Money that came in. */
  received: MovementView | null
  /** Money that went back. */
  refund: MovementView | null
  /** What was paid beyond the order's total. */
  overpaid: string | null
}

export interface DemandView {
  level: string
  dueDay: string
  offersCancellation: boolean
  claim: ClaimView | null
}

interface ClaimView {
  principal: string
  interest: string | null
  /** How much a year, and since when. */
  interestRate: { percent: string; since: string } | null
  costs: string | null
  total: string
  payments: { day: string; amount: string; costs: string; interest: string; principal: string }[]
}

export interface MovementView {
  amount: string
  day: string
}

export function occasionView({ facts, occasion, locale, timeZone }: RenderInput): OccasionView {
  const money = (amount: string): string => formatMoney(amount, facts.currency_code, locale)
  const movement = (moved: MoneyMovement | null): MovementView | null =>
    moved && { amount: money(moved.amount), day: formatDate(moved.at, timeZone, locale) }
  const { open } = facts.totals
  return {
    demand: occasion.type === "demand" ? demandView(occasion.demand, money, locale) : null,
    received: movement(paymentOf(facts, occasion)),
    refund: movement(refundOf(facts, occasion)),
    overpaid: open.startsWith("-") && isPositive(negated(open)) ? money(negated(open)) : null,
  }
}

type Money = (amount: string) => string

function demandView(demand: Demand, money: Money, locale: string): DemandView {
  return {
    level: String(demand.level),
    dueDay: formatCalendarDay(demand.dueDay, locale),
    offersCancellation: demand.offersCancellation,
    claim: demand.claim && claimView(demand.claim, demand.total, money, locale),
  }
}

function claimView(claim: ClaimSummary, total: string, money: Money, locale: string): ClaimView {
  const { interestFrom, interestPercent, payments } = claim
  const moneyIfAny = (amount: string): string | null => (isPositive(amount) ? money(amount) : null)
  return {
    principal: money(claim.principal),
    interest: moneyIfAny(claim.interest),
    interestRate:
      interestFrom === null || interestPercent === null
        ? null
        : { percent: formatPercent(interestPercent, locale), since: formatCalendarDay(interestFrom, locale) },
    costs: moneyIfAny(claim.costs),
    total: money(total),
    payments: payments.map(({ day, amount, costs, interest, principal }) => ({
      day: formatCalendarDay(day, locale),
      amount: money(amount),
      costs: money(costs),
      interest: money(interest),
      principal: money(principal),
    })),
  }
}
