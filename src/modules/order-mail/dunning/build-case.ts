import { addDays, type CalendarDay, calendarDayOf, latestDay } from "../../../dunning/calendar-day"
import type { DunningCase } from "../../../dunning/dunning-case"
import type { DunningPlan, PlanType } from "../../../dunning/dunning-plan"
import { stepStateOf, type StepRecord } from "../../../dunning/step-history"
import type { DunningCaseRow } from "../queries/dunning-cases"
import type { StoredStop } from "../queries/dunning-stops"
import type { StepMailRow } from "../queries/find-step-mails"
import { planTypeOf, type ShopRules } from "./shop-rules"

/** All that is known about an order's reminders. */
export interface CaseFile {
  row: Omit<DunningCaseRow, "order_id" | "shop_id" | "customer_id">
  /** Of the order, in the order in which they were made. */
  mails: readonly StepMailRow[]
  /** Of the order and its customer, without those that are lifted. */
  stops: readonly Pick<StoredStop, "scope" | "until">[]
  rules: ShopRules
}

/** A case, or why the order has none. */
export type BuiltCase =
  | { planType: PlanType; dunningCase: DunningCase; reason: null }
  | { planType: PlanType | null; dunningCase: null; reason: "not-bank-transfer" | "plan-inactive" }

export function buildCase({ row, mails, stops, rules }: CaseFile): BuiltCase {
  const planType = planTypeOf(rules, row.facts.paymentProviderIds)
  if (planType === null) return { planType, dunningCase: null, reason: "not-bank-transfer" }
  if (!rules.active[planType]) return { planType, dunningCase: null, reason: "plan-inactive" }
  const history = mails.map(stepRecord)
  const { status, paid, refunded, fulfilledAt } = row.facts
  const fulfilled = fulfilledAt === null ? null : new Date(fulfilledAt)
  return {
    planType,
    reason: null,
    dunningCase: {
      order: {
        placedAt: row.placed_at,
        fulfilledAt: fulfilled,
        invoicedAt: null,
        dueDay: statedDueDay(history, planType, fulfilled, rules),
        status,
        currency: row.currency_code,
        open: row.amount_open,
        paid,
        refunded,
      },
      plan: planFor(status, rules.plans[planType]),
      history,
      stops: stops.map(({ scope, until }) => ({ scope, until })),
      ended: row.ended_at !== null,
      settings: rules.settings,
    },
  }
}

/** Medusa cancels no order that is completed. */
function planFor(status: string, plan: DunningPlan): DunningPlan {
  return status === "completed" ? { ...plan, cancelAfterDays: null } : plan
}

function stepRecord({ kind, level, state, state_reason, at, payable_until }: StepMailRow): StepRecord {
  return { kind, level, state: stepStateOf(state, state_reason), at, payableUntil: payable_until }
}

/**
 * The date that the order's first mail gave. On invoice never less than the days from the fulfilment: the first mail was
 * written before anybody knew when that would be.
 */
function statedDueDay(
  history: readonly StepRecord[],
  planType: PlanType,
  fulfilledAt: Date | null,
  { settings }: ShopRules,
): CalendarDay | null {
  const first = history.find(
    ({ kind, level, state, payableUntil }) =>
      kind === "payment-info" && level === 0 && state === "sent" && payableUntil !== null,
  )
  const stated = first?.payableUntil ?? null
  if (stated === null || planType === "prepayment" || fulfilledAt === null) return stated
  const fulfilled = calendarDayOf(fulfilledAt, settings.sendingTimes.timeZone)
  return latestDay(stated, addDays(fulfilled, settings.payableWithinDays))
}
