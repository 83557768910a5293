import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { DEFAULT_RETRY_SCHEDULE, nextRetry, type RetrySchedule } from "../../../src/delivery/retry-schedule"

const HOUR = 3600
const firstAttemptAt = new Date("2026-03-28T12:00:00Z")
const after = (seconds: number) => new Date(firstAttemptAt.getTime() + seconds * 1000)
const middle = () => 0.5

const schedules: fc.Arbitrary<RetrySchedule> = fc.record({
  stepsSeconds: fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 10 }),
  jitter: fc.double({ min: 0, max: 0.9, noNaN: true }),
  giveUpAfterSeconds: fc.integer({ min: 1, max: 1_000_000 }),
})
const randoms = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe("nextRetry", () => {
  it("waits 1 min, 5 min, 15 min, 1 h, 4 h, 12 h and then 12 h again", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((attempt) =>
      nextRetry({ attempt, firstAttemptAt, now: firstAttemptAt, schedule: DEFAULT_RETRY_SCHEDULE, random: middle }),
    )
    expect(waits).toEqual([60, 300, 900, HOUR, 4 * HOUR, 12 * HOUR, 12 * HOUR, 12 * HOUR])
  })

  it("gives up when an attempt fails 48 hours after the first", () => {
    const ask = (seconds: number) =>
      nextRetry({ attempt: 9, firstAttemptAt, now: after(seconds), schedule: DEFAULT_RETRY_SCHEDULE, random: middle })
    expect(ask(48 * HOUR)).toBeNull()
    expect(ask(72 * HOUR)).toBeNull()
    expect(ask(48 * HOUR - 30)).toBe(30)
  })

  it("never leaves the jitter's range, never waits past the limit, and always waits", () => {
    fc.assert(
      fc.property(
        schedules,
        fc.integer({ min: 1, max: 50 }),
        fc.nat(1_000_000),
        randoms,
        (schedule, attempt, elapsed, random) => {
          const wait = nextRetry({ attempt, firstAttemptAt, now: after(elapsed), schedule, random: () => random })
          if (elapsed >= schedule.giveUpAfterSeconds) {
            return wait === null
          }
          const step = schedule.stepsSeconds[Math.min(attempt, schedule.stepsSeconds.length) - 1] ?? NaN
          const remaining = schedule.giveUpAfterSeconds - elapsed
          return (
            wait !== null &&
            wait > 0 &&
            wait <= remaining &&
            wait <= step * (1 + schedule.jitter) + 1e-6 &&
            wait >= Math.min(remaining, step * (1 - schedule.jitter)) - 1e-6
          )
        },
      ),
    )
  })

  it("ends: a mail that is always refused is tried until the limit and then given up", () => {
    fc.assert(
      fc.property(fc.array(randoms, { minLength: 1 }), (values) => {
        let elapsed = 0
        let attempt = 1
        for (; attempt < 100; attempt += 1) {
          const random = () => values[attempt % values.length] ?? 0
          const wait = nextRetry({
            attempt,
            firstAttemptAt,
            now: after(elapsed),
            schedule: DEFAULT_RETRY_SCHEDULE,
            random,
          })
          if (wait === null) {
            break
          }
          elapsed += wait
        }
        return attempt < 20 && elapsed >= 48 * HOUR - 1 && elapsed <= 48 * HOUR + 1
      }),
    )
  })

  it("takes a first attempt in the future (a clock that was set back) as now", () => {
    const wait = nextRetry({
      attempt: 1,
      firstAttemptAt,
      now: after(-HOUR),
      schedule: DEFAULT_RETRY_SCHEDULE,
      random: middle,
    })
    expect(wait).toBe(60)
  })
})
