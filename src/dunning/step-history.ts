import type { MailState, StateReason } from "../kinds/state-reasons"
import type { CalendarDay } from "./calendar-day"
import { compareSteps, stepName, type StepKey } from "./dunning-plan"

/**
 * What became of a step of one order.
 *
 * - `awaiting-approval`: prepared, and the merchant has not approved it yet
 * - `under-way`: queued, being sent, or tried again later
 * - `sent`: the mail server took it
 * - `undelivered`: bounced, refused or held: the customer cannot know of it
 * - `withdrawn`: never left, because of something that held only then (paid, stopped); the step is open again
 * - `passed-over`: the merchant skipped it; it is done without a mail
 */
export type StepState = "awaiting-approval" | "under-way" | "sent" | "undelivered" | "withdrawn" | "passed-over"

/** One mail of an order that asked for its money, or one step that was skipped. */
export interface StepRecord extends StepKey {
  state: StepState
  /** When it came to this: sent at, skipped at, else queued at. */
  at: Date
  /** Until when the mail asks for the money, in the shop's time zone; null where it states no date. */
  payableUntil: CalendarDay | null
}

/** @returns what an order mail's state means for its step; a mail nobody can place again counts as not delivered */
export function stepStateOf(state: MailState, reason: StateReason | null): StepState {
  switch (state) {
    case "queued":
    case "sending":
    case "deferred":
      return "under-way"
    case "sent":
    // A complaint proves that the mail was received; the address is held for the next one.
    case "complained":
      return "sent"
    case "held":
      return reason === "awaiting-approval" ? "awaiting-approval" : "undelivered"
    case "bounced":
    case "failed":
      return "undelivered"
    case "canceled":
      return "passed-over"
    case "skipped":
      // Nothing leaves this installation: the customer knows nothing, and the next mail would be kept here, too.
      if (reason === "capture-mode") return "undelivered"
      // The merchant skipped the step, or switched its kind off: trying again would end the same way.
      return reason === "step-skipped" || reason === "kind-switched-off" ? "passed-over" : "withdrawn"
  }
}

/** Nothing else may be sent until a step in such a state is settled. */
export type OpenState = Extract<StepState, "awaiting-approval" | "under-way" | "undelivered">

/** What the history of an order says about its next step. */
export interface Progress {
  /** The sternest step that is done, sent or skipped; null: none yet. */
  reached: StepKey | null
  /** When that was. */
  reachedAt: Date | null
  /** The state of a step that is not settled; null: all are. */
  open: OpenState | null
  /** When a mail was sent last, whichever it was. */
  lastSentAt: Date | null
  /** The latest date a sent mail gave. */
  payableUntil: CalendarDay | null
}

/**
 * @param history the oldest first, in the order in which mails were made and steps skipped, and not by `at`: a clock that was
 *   wrong for a while must not make a mail that bounced look newer than the one that was sent after it. Of several
 *   records of one step the newest counts, so a mail that was sent again settles the one that did not arrive.
 */
export function progressOf(history: readonly StepRecord[]): Progress {
  const progress: Progress = { reached: null, reachedAt: null, open: null, lastSentAt: null, payableUntil: null }
  // What was withdrawn says nothing about the mails of its step that did leave.
  const records = history.filter(({ state }) => state !== "withdrawn")
  for (const { state, at, payableUntil } of records) {
    if (state !== "sent") continue
    if (progress.lastSentAt === null || at > progress.lastSentAt) progress.lastSentAt = at
    if (payableUntil !== null && payableUntil > (progress.payableUntil ?? "")) progress.payableUntil = payableUntil
  }
  const lastSent = records.findLastIndex(({ state }) => state === "sent")
  const newest = new Map(records.map((record, index) => [stepName(record), { ...record, index }]))
  for (const { state, index, kind, level, at } of newest.values()) {
    if (isOpen(state)) {
      // A mail that arrived since shows that the customer can be reached again.
      if (state !== "undelivered" || index > lastSent) progress.open = state
    } else if (progress.reached === null || compareSteps({ kind, level }, progress.reached) > 0) {
      progress.reached = { kind, level }
      progress.reachedAt = at
    }
  }
  return progress
}

function isOpen(state: StepState): state is OpenState {
  return state === "awaiting-approval" || state === "under-way" || state === "undelivered"
}
