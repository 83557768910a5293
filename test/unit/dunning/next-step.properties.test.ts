import fc from "fast-check"
import { expect, it } from "vitest"
import { checkPlan } from "../../../src/dunning/check-plan"
import type { DunningCase } from "../../../src/dunning/dunning-case"
import { upcomingSteps } from "../../../src/dunning/upcoming-steps"
import { caseOf, ORDER, SETTINGS } from "./cases"
import { anyPlan, anySendingTimes } from "./random-plans"
import { expectRulesToHold, readable } from "./rules"
import { type Fate, SimulatedOrder } from "./simulated-order"

/** Milliseconds; a busy machine needs longer than vitest's five seconds. */
const TIMEOUT = 60_000
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** From here 300 days, over both changes of the clock and a leap day. */
const BEGIN = Date.UTC(2023, 9, 1)

const instant = fc.integer({ min: 0, max: 300 * 24 }).map((hours) => BEGIN + hours * HOUR)
const until = instant.map((at) => new Date(at).toISOString().slice(0, 10))

const anyCase: fc.Arbitrary<DunningCase> = fc
  .record({
    plan: anyPlan,
    sendingTimes: anySendingTimes,
    placed: fc.integer({ min: 0, max: 60 * 24 }).map((hours) => new Date(BEGIN + hours * HOUR)),
    fulfilledAfter: fc.option(fc.integer({ min: 0, max: 10 * 24 })),
    invoicedAfter: fc.option(fc.integer({ min: 0, max: 20 * 24 })),
    notBefore: fc.constantFrom(new Date(0), new Date(BEGIN + 10 * DAY)),
    minimumDistanceDays: fc.integer({ min: 1, max: 8 }),
    payableWithinDays: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ plan, placed, fulfilledAfter, invoicedAfter, ...settings }) => {
    const after = (hours: number | null): Date | null =>
      hours === null ? null : new Date(placed.getTime() + hours * HOUR)
    const order = { ...ORDER, placedAt: placed, fulfilledAt: after(fulfilledAfter), invoicedAt: after(invoicedAfter) }
    return caseOf({ plan, order, settings: { ...SETTINGS, ...settings } })
  })

const anyFate: fc.Arbitrary<Fate> = fc.record({
  payments: fc.array(fc.record({ at: instant, cents: fc.integer({ min: 1, max: 9000 }) }), { maxLength: 3 }),
  stops: fc.array(
    fc.record({
      from: instant,
      stop: fc.record({
        scope: fc.constantFrom("order" as const, "customer" as const, "plan" as const),
        until: fc.option(until, { freq: 4 }),
      }),
    }),
    { maxLength: 2 },
  ),
  mails: fc.array(
    fc.constantFrom(
      "arrives" as const,
      "is-delayed" as const,
      "bounces-and-is-sent-again" as const,
      "bounces-and-is-skipped" as const,
      "is-withdrawn" as const,
    ),
    { maxLength: 6 },
  ),
})

/** Gaps between two runs of the job in hours, an outage among them now and then; and how wrong the shop's clock is. */
const anyRuns = fc.array(
  fc.record({
    gap: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 30 }) },
      { weight: 1, arbitrary: fc.integer({ min: 72, max: 600 }) },
    ),
    clockOff: fc.oneof(
      { weight: 9, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -36, max: 36 }) },
    ),
  }),
  { minLength: 50, maxLength: 250 },
)

it("every random plan is one that merchants may have", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(checkPlan(plan)).toEqual([])
    }),
  )
})

it(
  "whatever the plan, the payments, the outages and the clock: every rule holds",
  () => {
    fc.assert(
      fc.property(anyCase, anyFate, anyRuns, (start, fate, runs) => {
        const order = new SimulatedOrder(start, 11_900, fate)
        let world = BEGIN
        for (const { gap, clockOff } of runs) {
          world += gap * HOUR
          order.run(world, new Date(world + clockOff * HOUR))
        }
        expectRulesToHold(order)
      }),
      { numRuns: 400 },
    )
  },
  TIMEOUT,
)

it(
  "an order nobody pays gets every step",
  () => {
    fc.assert(
      fc.property(anyCase, (start) => {
        const { plan, order, settings } = start
        const base = plan.type === "prepayment" ? order.placedAt : (order.invoicedAt ?? order.fulfilledAt)
        const waits = base === null || order.placedAt < settings.notBefore
        const simulated = new SimulatedOrder(start, 11_900, { payments: [], stops: [], mails: [] })
        const end = BEGIN + 600 * DAY
        // Random sending times are open for 3 hours or longer.
        for (let at = order.placedAt.getTime(); at < end; at += 3 * HOUR) simulated.run(at, new Date(at))
        expectRulesToHold(simulated)
        expect(simulated.decided.map(({ step }) => step)).toEqual(waits ? [] : plan.steps)
      }),
      { numRuns: 40 },
    )
  },
  TIMEOUT,
)

it(
  "what is announced as upcoming is what then comes",
  () => {
    fc.assert(
      fc.property(anyCase, (start) => {
        const from = new Date(Math.floor(start.order.placedAt.getTime() / HOUR) * HOUR)
        const end = new Date(BEGIN + 200 * DAY)
        const simulated = new SimulatedOrder(start, 11_900, { payments: [], stops: [], mails: [] })
        // Sending times begin at full hours, but not at those of UTC everywhere.
        for (let at = from.getTime(); at < end.getTime(); at += HOUR / 2) simulated.run(at, new Date(at))
        const upcoming = upcomingSteps(start, from, end)
        expect(upcoming.map(({ step, at }) => `${step.kind}:${step.level} ${at.toISOString()}`)).toEqual(
          readable(simulated.decided),
        )
      }),
      { numRuns: 15 },
    )
  },
  TIMEOUT,
)
