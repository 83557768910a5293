import type { OwnReason } from "../kinds/kind"
import type { ClaimedMail, Envelope, Outcome } from "./types"

/**
 * Looks at claimed mails once more before they are sent, for what they say may not be true any more. Whoever looks may
 * write a mail anew, under its token; what else is to become of it is the verdict.
 *
 * A mail without a verdict is not sent. Neither are all of them when it throws.
 */
export type LastLook = (mails: readonly ClaimedMail[]) => Promise<LookVerdict[]>

export type LookVerdict = { mailId: string } & (
  | { type: "go" }
  /** Stored anew by now, with these bytes for this envelope. */
  | { type: "rewritten"; envelope: Envelope; content: Buffer }
  /** Must not go any more. */
  | { type: "withdraw"; reason: OwnReason }
  /** Would have to be written anew, and cannot be. */
  | { type: "fail"; reason: Outcome["reason"]; detail: string | null }
  /** Nothing could be found out; it is looked at again later. */
  | { type: "unreadable"; detail: string }
  /** None of this worker's any more: it is settled, or leaves through another server. */
  | { type: "left" }
)

type Unsent = Extract<LookVerdict, { type: "withdraw" | "fail" | "unreadable" }>

const MINUTE = 60
const HOUR = 60 * MINUTE

export interface LookClock {
  /** By the same clock as the mail's `firstAttemptAt`. */
  now: Date
  /** A mail that could not be looked at for this long is failed, for the merchant to see. */
  giveUpAfterSeconds: number
}

/** What becomes of a mail that was not sent after a look. */
export function outcomeOfLook(mail: ClaimedMail, verdict: Unsent, clock: LookClock): Outcome {
  const { id: mailId, token } = mail
  const unsent = { mailId, token, answer: null, retryInSeconds: null }
  switch (verdict.type) {
    case "withdraw":
      return { ...unsent, state: "skipped", reason: verdict.reason, lastLook: { detail: null } }
    case "fail":
      return { ...unsent, state: "failed", reason: verdict.reason, lastLook: { detail: verdict.detail } }
    case "unreadable": {
      const wait = secondsUntilNextLook(mail, clock)
      const state = wait === null ? "failed" : "deferred"
      const lastLook = { detail: verdict.detail }
      return { ...unsent, state, reason: "order-unreadable", retryInSeconds: wait, lastLook }
    }
  }
}

/** A minute at first; later a tenth of the time that has passed, an hour at most. Null: it is given up. */
function secondsUntilNextLook({ firstAttemptAt }: ClaimedMail, { now, giveUpAfterSeconds }: LookClock): number | null {
  const elapsed = Math.max(0, (now.getTime() - firstAttemptAt.getTime()) / 1000)
  const remaining = giveUpAfterSeconds - elapsed
  return remaining <= 0 ? null : Math.min(Math.max(MINUTE, elapsed / 10), HOUR, remaining)
}
