import { addDays, type CalendarDay, calendarDayOf, instantOf, latestDay } from "./calendar-day"
import { dueDayOf } from "./due-day"
import type { DunningCase } from "./dunning-case"
import { compareSteps, type DunningStep, isFriendly } from "./dunning-plan"
import { type LeaveAloneReason, reasonForToday, reasonToLeaveAlone } from "./leave-alone"
import { nextSendingTime } from "./sending-times"
import { type Progress, progressOf } from "./step-history"

/** A step and when it may be sent. */
export interface PlannedStep {
  step: DunningStep
  /** The first instant from now on at which it may be sent, within the sending times. */
  at: Date
}

/** The step that comes next whatever its day, or why none does. */
export type StepAhead = { step: DunningStep; reason: null } | { step: null; reason: NoStepReason }

/** Why no step is due now. */
export type NoStepReason =
  LeaveAloneReason | "not-yet" | "plan-finished" | "mail-under-way" | "awaiting-approval" | "last-mail-undelivered"

/**
 * Either a step that may be sent now, or why there is none, and what comes next if nothing changes
 * ("Reminder on 3 December, unless paid"). `next` is null when nothing comes, or when only a person can settle it.
 */
export type StepDecision =
  { due: PlannedStep; reason: null; next: null } | { due: null; reason: NoStepReason; next: PlannedStep | null }

/**
 * Decides which mail an unpaid order gets now.
 *
 * At most one step is due, always the sternest's successor: steps are never sent out of order, and none that is milder than
 * what the customer got already. A step is due from its day on until it is sent, so a missed run loses nothing; and
 * never before
 * - its own day, counted from its anchor,
 * - the minimum distance to the mail before, whichever that was,
 * - unless it is payment information or a friendly note before the due date: the day after the due date and the day after
 *   the date that the mails before gave, because a customer who was given time is not late within it,
 * - the day after a stop or a pause.
 *
 * @param now the only clock this function knows
 * @throws RangeError when the sending times allow no day at all, or an amount is no decimal number
 */
export function nextStep(dunningCase: DunningCase, now: Date): StepDecision {
  const reason = reasonToLeaveAlone(dunningCase)
  if (reason !== null) return none(reason)
  const progress = progressOf(dunningCase.history)
  if (progress.open !== null) return none(OPEN_REASONS[progress.open])
  const step = followingStep(dunningCase, progress)
  if (step === null) return none("plan-finished")

  const { sendingTimes } = dunningCase.settings
  const opening = instantOf(earliestDay(step, dunningCase, progress), 0, sendingTimes.timeZone)
  const at = nextSendingTime(opening > now ? opening : now, sendingTimes)
  if (at <= now) return { due: { step, at }, reason: null, next: null }
  return none(reasonForToday(dunningCase, now) ?? "not-yet", { step, at })
}

/**
 * The step that a person may send or skip before its day: everything is asked that {@link nextStep} asks, except for time. A stop
 * or a pause that lasts today keeps it back.
 */
export function stepAhead(dunningCase: DunningCase, now: Date): StepAhead {
  const reason = reasonToLeaveAlone(dunningCase) ?? reasonForToday(dunningCase, now)
  if (reason !== null) return { step: null, reason }
  const progress = progressOf(dunningCase.history)
  if (progress.open !== null) return { step: null, reason: OPEN_REASONS[progress.open] }
  const step = followingStep(dunningCase, progress)
  return step === null ? { step, reason: "plan-finished" } : { step, reason: null }
}

const OPEN_REASONS = {
  "under-way": "mail-under-way",
  "awaiting-approval": "awaiting-approval",
  undelivered: "last-mail-undelivered",
} as const

function none(reason: NoStepReason, next: PlannedStep | null = null): StepDecision {
  return { due: null, reason, next }
}

function followingStep({ plan }: DunningCase, { reached }: Progress): DunningStep | null {
  return plan.steps.find((step) => reached === null || compareSteps(step, reached) > 0) ?? null
}

function earliestDay(step: DunningStep, dunningCase: DunningCase, progress: Progress): CalendarDay {
  const { order, stops, settings } = dunningCase
  const dayOf = (instant: Date): CalendarDay => calendarDayOf(instant, settings.sendingTimes.timeZone)
  const placed = dayOf(order.placedAt)
  const due = dueDayOf(dunningCase) ?? placed
  const anchors = { order: placed, due, previous: progress.reachedAt === null ? placed : dayOf(progress.reachedAt) }
  const { lastSentAt, payableUntil } = progress
  return latestDay(
    addDays(anchors[step.from], step.days),
    ...(isFriendly(step) ? [] : [addDays(latestDay(due, payableUntil ?? due), 1)]),
    ...(lastSentAt === null ? [] : [addDays(dayOf(lastSentAt), settings.minimumDistanceDays)]),
    ...stops.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)])),
  )
}
