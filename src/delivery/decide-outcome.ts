import { nextRetry, type RetrySchedule } from "./retry-schedule"
import type { ClaimedMail, Outcome, Reading } from "./types"

/** What to do when the server may have taken a mail and its answer was lost. */
export interface UnknownOutcomePolicy {
  /** `resend`: send the same bytes again after a wait; `hold`: wait for the merchant. */
  unknownOutcome: "resend" | "hold"
  /** Longer than a server usually needs to finish with a mail it had taken. */
  unknownWaitSeconds: number
}

export interface DecisionContext {
  schedule: RetrySchedule
  unknown: UnknownOutcomePolicy
  /** By the same clock as the mail's `firstAttemptAt`. */
  now: Date
  random: () => number
}

type Decision = Pick<Outcome, "state" | "reason" | "retryInSeconds">

/** What becomes of a mail after its attempt. A pure function of the mail, the reading of the answer and the settings. */
export function decideOutcome(mail: ClaimedMail, reading: Reading, context: DecisionContext): Outcome {
  const archive = reading.archive ? { archive: reading.archive } : {}
  return { mailId: mail.id, token: mail.token, answer: reading.answer, ...decide(mail, reading, context), ...archive }
}

function decide(mail: ClaimedMail, reading: Reading, context: DecisionContext): Decision {
  switch (reading.outcome) {
    case "accepted":
      return { state: "sent", reason: reading.reason, retryInSeconds: null }
    case "permanent":
      return { state: "failed", reason: reading.reason, retryInSeconds: null }
    case "temporary":
      return decideRetry(mail, reading, context)
    case "unknown":
      return decideUnknown(mail, reading, context)
  }
}

function retryInSeconds(mail: ClaimedMail, { schedule, now, random }: DecisionContext): number | null {
  return nextRetry({ attempt: mail.attempt, firstAttemptAt: mail.firstAttemptAt, now, schedule, random })
}

function decideRetry(mail: ClaimedMail, reading: Reading, context: DecisionContext): Decision {
  const wait = retryInSeconds(mail, context)
  return wait === null
    ? { state: "failed", reason: "retries-exhausted", retryInSeconds: null }
    : { state: "deferred", reason: reading.reason, retryInSeconds: wait }
}

/** Never `failed`: the mail may be in the customer's mailbox, so when no try is left the merchant decides. */
function decideUnknown(mail: ClaimedMail, reading: Reading, context: DecisionContext): Decision {
  const wait = retryInSeconds(mail, context)
  return context.unknown.unknownOutcome === "hold" || wait === null
    ? { state: "held", reason: reading.reason, retryInSeconds: null }
    : { state: "deferred", reason: reading.reason, retryInSeconds: Math.max(wait, context.unknown.unknownWaitSeconds) }
}
