/** When to try again, and when to give up. */
export interface RetrySchedule {
  /** Wait after the first, second, … failed attempt, in seconds; the last one is repeated. */
  stepsSeconds: readonly number[]
  /** Share by which a wait is made longer or shorter at random, so that mails refused together do not return together. */
  jitter: number
  /** A mail is given up when an attempt fails this long after its first attempt. */
  giveUpAfterSeconds: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Quick at first, for greylisting (mostly 5 minutes) and short outages, then with the patience RFC 5321 (section
 * 4.5.4.1) asks for. Two days instead of its four to five: a payment mail that late is of no use to the customer, and
 * the merchant should know.
 */
export const DEFAULT_RETRY_SCHEDULE: RetrySchedule = {
  stepsSeconds: [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR],
  jitter: 0.2,
  giveUpAfterSeconds: 48 * HOUR,
}

export interface RetryQuestion {
  /** Number of the attempt that failed, counted from 1. */
  attempt: number
  firstAttemptAt: Date
  /** By the same clock as `firstAttemptAt`. */
  now: Date
  schedule: RetrySchedule
  /** A number in [0, 1), for example `Math.random`. */
  random: () => number
}

/**
 * Seconds until the next attempt, more than 0; null when the mail is to be given up. The last attempt falls on the
 * limit at the latest, so no mail is given up without having been tried for the whole time.
 */
export function nextRetry({ attempt, firstAttemptAt, now, schedule, random }: RetryQuestion): number | null {
  const elapsedSeconds = Math.max(0, (now.getTime() - firstAttemptAt.getTime()) / 1000)
  const remainingSeconds = schedule.giveUpAfterSeconds - elapsedSeconds
  if (remainingSeconds <= 0) {
    return null
  }
  const index = Math.min(Math.max(1, attempt), schedule.stepsSeconds.length) - 1
  const step = schedule.stepsSeconds[index] ?? schedule.giveUpAfterSeconds
  const wait = step * (1 + schedule.jitter * (2 * random() - 1))
  return Math.min(wait, remainingSeconds)
}
