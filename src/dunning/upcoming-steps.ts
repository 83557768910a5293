import { cancellationTime } from "./automatic-cancellation"
import { addDays, calendarDayOf, latestDay } from "./calendar-day"
import { dueDayOf } from "./due-day"
import type { DunningCase } from "./dunning-case"
import { nextStep, type NoStepReason, type PlannedStep } from "./next-step"

/**
 * Every mail the plan would send to an order until a point in time, if nothing is paid and every mail arrives.
 *
 * A step that waits for approval is counted as approved when it is due, so the list shows what can come and not what will.
 *
 * @param until exclusive
 * @returns in the order of sending; a step that is due already has `now`, or the next sending time
 */
export function upcomingSteps(dunningCase: DunningCase, now: Date, until: Date): PlannedStep[] {
  return planAhead(dunningCase, now, until).steps
}

/** Everything that would come: the mails, and the automatic cancellation after them; null where the order is not canceled. */
export interface PlanAhead {
  /** Why no step is due now; null: one is. */
  reason: NoStepReason | null
  steps: PlannedStep[]
  cancellation: Date | null
}

/** As {@link upcomingSteps}, with the automatic cancellation. @param until exclusive, for mails and cancellation */
export function planAhead(dunningCase: DunningCase, now: Date, until: Date): PlanAhead {
  const { timeZone } = dunningCase.settings.sendingTimes
  const dueDay = dueDayOf(dunningCase)
  const steps: PlannedStep[] = []
  let clock = now
  let history = dunningCase.history
  const first = nextStep(dunningCase, now)
  for (let decision = first; ; decision = nextStep({ ...dunningCase, history }, clock)) {
    const planned = decision.due ?? decision.next
    if (planned === null) break
    if (planned.at >= until) return { reason: first.reason, steps, cancellation: null }
    steps.push(planned)
    clock = planned.at
    const { kind, level, payableWithinDays } = planned.step
    const within = payableWithinDays === null ? null : addDays(calendarDayOf(clock, timeZone), payableWithinDays)
    const payableUntil = within === null || dueDay === null ? within : latestDay(within, dueDay)
    history = [...history, { kind, level, state: "sent", at: clock, payableUntil }]
  }
  const cancellation = cancellationTime({ ...dunningCase, history }, clock)
  return {
    reason: first.reason,
    steps,
    cancellation: cancellation !== null && cancellation < until ? cancellation : null,
  }
}
