import fc from "fast-check"
import type { DunningPlan, DunningStep, StepKind } from "../../../src/dunning/dunning-plan"
import type { SendingTimes } from "../../../src/dunning/sending-times"

/** How sternly each plan goes on: kinds with levels, in an order that checkPlan allows. */
const KEYS: [StepKind, number][] = [
  ["payment-info", 1],
  ["payment-info", 2],
  ["payment-reminder", 1],
  ["payment-reminder", 2],
  ["payment-reminder", 5],
  ["dunning", 1],
  ["dunning", 2],
  ["dunning", 3],
]

const details = fc.record({
  from: fc.constantFrom("order" as const, "due" as const, "previous" as const),
  payableWithinDays: fc.option(fc.integer({ min: 1, max: 10 })),
  gap: fc.integer({ min: 1, max: 12 }),
  elsewhere: fc.integer({ min: 1, max: 40 }),
  early: fc.integer({ min: 0, max: 10 }),
  waitForApproval: fc.boolean(),
})

/** Plans of any length in which checkPlan finds nothing wrong. */
export const anyPlan: fc.Arbitrary<DunningPlan> = fc
  .record({
    type: fc.constantFrom("prepayment" as const, "invoice" as const),
    keys: fc.subarray(KEYS),
    details: fc.array(details, { minLength: KEYS.length, maxLength: KEYS.length }),
  })
  .map(({ type, keys, details }) => {
    const steps: DunningStep[] = []
    keys.forEach(([kind, level], index) => {
      const { gap, elsewhere, early, waitForApproval, ...detail } = details[index] as (typeof details)[number]
      const before = steps.at(-1)
      const from = before === undefined && detail.from === "previous" ? "due" : detail.from
      const least = gap + (before?.payableWithinDays ?? 0)
      const friendly = before === undefined && from === "due" && kind !== "dunning"
      const days = friendly
        ? -early
        : from === "previous"
          ? least
          : from === before?.from
            ? before.days + least
            : elsewhere
      const costs = { fees: [], interest: false, offersCancellation: false, copyToMerchant: false }
      const afterNote = kind === "dunning" && from === "due" ? Math.max(days, 1) : days
      const { payableWithinDays } = detail
      steps.push({ kind, level, from, days: afterNote, payableWithinDays, waitForApproval, ...costs })
    })
    return { type, steps, cancelAfterDays: null }
  })

export const anySendingTimes: fc.Arbitrary<SendingTimes> = fc.record({
  timeZone: fc.constantFrom("Europe/Berlin", "Europe/Vienna", "America/New_York", "Australia/Lord_Howe"),
  fromHour: fc.integer({ min: 0, max: 9 }),
  untilHour: fc.integer({ min: 12, max: 24 }),
  weekdays: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7], [3]),
  country: fc.constantFrom("DE", "AT", "CH", null),
  state: fc.constant(null),
})
