import { isPositive } from "../kinds/decimal"
import { addDays, type CalendarDay, calendarDayOf, instantOf, latestDay } from "./calendar-day"
import type { DunningCase } from "./dunning-case"
import { compareSteps } from "./dunning-plan"
import { reasonToLeaveAlone } from "./leave-alone"
import { nextSendingTime } from "./sending-times"
import { progressOf } from "./step-history"

/**
 * From when on an unpaid order is to be canceled by itself: the plan's days after the order, when every step is done, the
 * last mail arrived, and the day after the last date that was given to the customer. Never outside of the sending times,
 * because the customer is told by a mail.
 *
 * @returns the first instant from now on; null: not at all, or not before something else happened
 */
export function cancellationTime(dunningCase: DunningCase, now: Date): Date | null {
  const { order, plan, stops, history, settings } = dunningCase
  const { sendingTimes } = settings
  if (plan.type !== "prepayment" || plan.cancelAfterDays === null) return null
  // Goods that left are not the shop's any more, whatever the plan's type says.
  // What was paid in part would have to be paid back, which is the merchant's to decide.
  if (order.fulfilledAt !== null || isPositive(order.paid) || reasonToLeaveAlone(dunningCase) !== null) return null
  const { reached, open, lastSentAt, payableUntil } = progressOf(history)
  const remaining = plan.steps.some((step) => reached === null || compareSteps(step, reached) > 0)
  // An order nobody ever wrote to is not canceled over the customer's silence.
  if (remaining || open !== null || lastSentAt === null) return null
  const dayOf = (instant: Date): CalendarDay => calendarDayOf(instant, sendingTimes.timeZone)
  const day = latestDay(
    addDays(dayOf(order.placedAt), plan.cancelAfterDays),
    addDays(dayOf(lastSentAt), settings.minimumDistanceDays),
    ...(payableUntil === null ? [] : [addDays(payableUntil, 1)]),
    ...stops.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)])),
  )
  const opening = instantOf(day, 0, sendingTimes.timeZone)
  return nextSendingTime(opening > now ? opening : now, sendingTimes)
}
