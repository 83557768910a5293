import { addDays, type CalendarDay, calendarDayOf } from "./calendar-day"
import type { DunningCase } from "./dunning-case"

/**
 * The last day on which paying is in time. By prepayment it is counted from the order; on invoice from the invoice's
 * date once there is one, else from the fulfilment: nobody owes for what has not been sent.
 *
 * @returns in the shop's time zone; null while an order on invoice is neither invoiced nor fulfilled
 */
export function dueDayOf({
  order,
  plan,
  settings,
}: Pick<DunningCase, "order" | "plan" | "settings">): CalendarDay | null {
  const since = plan.type === "prepayment" ? order.placedAt : (order.invoicedAt ?? order.fulfilledAt)
  if (since === null) return null
  if (order.dueDay !== null) return order.dueDay
  return addDays(calendarDayOf(since, settings.sendingTimes.timeZone), settings.payableWithinDays)
}
