import { addDays, calendarDayOf } from "./calendar-day"
import type { DunningCase } from "./dunning-case"
import { nextStep, type PlannedStep } from "./next-step"

/**
 * Every mail the plan would send to an order until a point in time, if nothing is paid and every mail arrives.
 *
 * A step that waits for approval is counted as approved when it is due, so the list shows what can come and not what will.
 *
 * @param until exclusive
 * @returns in the order of sending; a step that is due already has `now`, or the next sending time
 */
export function upcomingSteps(dunningCase: DunningCase, now: Date, until: Date): PlannedStep[] {
  const { timeZone } = dunningCase.settings.sendingTimes
  const upcoming: PlannedStep[] = []
  let clock = now
  let history = dunningCase.history
  for (;;) {
    const { due, next } = nextStep({ ...dunningCase, history }, clock)
    const planned = due ?? next
    if (planned === null || planned.at >= until) return upcoming
    upcoming.push(planned)
    clock = planned.at
    const { kind, level, payableWithinDays } = planned.step
    const payableUntil = payableWithinDays === null ? null : addDays(calendarDayOf(clock, timeZone), payableWithinDays)
    history = [...history, { kind, level, state: "sent", at: clock, payableUntil }]
  }
}
