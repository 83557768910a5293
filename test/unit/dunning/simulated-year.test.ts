import { expect, it } from "vitest"
import { DEFAULT_PLANS } from "../../../src/dunning/default-plans"
import type { DunningCase, DunningStop } from "../../../src/dunning/dunning-case"
import { type DunningPlan, type DunningStep, stepName } from "../../../src/dunning/dunning-plan"
import { caseOf, ORDER, SETTINGS } from "./cases"
import { Random } from "./random"
import { expectRulesToHold, readable } from "./rules"
import { decimal, type Fate, type MailFate, SimulatedOrder } from "./simulated-order"

/** Another one in every run; `SEED=… npx vitest run --project unit test/unit/dunning/simulated-year.test.ts` repeats one. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A leap year, and its first weeks again for the orders of its end. */
const BEGIN = Date.UTC(2024, 0, 1)
const LAST_ORDER = Date.UTC(2024, 11, 31)
/** By then every plan has ended, whatever went wrong in between. */
const LONGEST_LIFE = 120 * DAY
const END = LAST_ORDER + LONGEST_LIFE
const ORDERS = 1000
/** Milliseconds; it takes two or three seconds on a machine of its own. */
const TIMEOUT = 60_000

/** Every form a step's days can have: before due, after due, after the step before, after the order. */
const OWN_PLAN: DunningPlan = {
  ...DEFAULT_PLANS.invoice,
  steps: (
    [
      { kind: "payment-reminder", level: 1, from: "due", days: -2 },
      { kind: "payment-reminder", level: 2, from: "due", days: 5, payableWithinDays: 5 },
      { kind: "dunning", level: 1, from: "previous", days: 8, payableWithinDays: 6, waitForApproval: true },
      { kind: "dunning", level: 2, from: "order", days: 45 },
    ] as const
  ).map((step) => ({ ...(DEFAULT_PLANS.invoice.steps[0] as DunningStep), payableWithinDays: null, ...step })),
}

it(
  `a year of ${ORDERS} orders with payments, outages and clocks that go wrong (seed ${SEED})`,
  { timeout: TIMEOUT },
  () => {
    const random = new Random(SEED)
    const orders = Array.from({ length: ORDERS }, () => randomOrder(random))
    for (const { world, clock } of runsOfTheJob(random)) {
      for (const order of orders) {
        if (world - order.start.order.placedAt.getTime() < LONGEST_LIFE) order.run(world, new Date(clock))
      }
    }

    orders.forEach((order, index) => {
      try {
        expectRulesToHold(order)
      } catch (error) {
        const what = `seed ${SEED}, order ${index} of ${order.start.order.placedAt.toISOString()}`
        throw new Error(`${what}: ${readable(order.decided).join(", ")}`, { cause: error })
      }
    })

    // Rules hold easily where nothing is sent: every kind of mail must have been, and often.
    const sent = new Map<string, number>()
    for (const { step } of orders.flatMap(({ decided }) => decided)) {
      sent.set(stepName(step), (sent.get(stepName(step)) ?? 0) + 1)
    }
    for (const step of [DEFAULT_PLANS.prepayment, DEFAULT_PLANS.invoice, OWN_PLAN].flatMap(({ steps }) => steps)) {
      expect(sent.get(stepName(step)) ?? 0, `${stepName(step)}, seed ${SEED}`).toBeGreaterThan(20)
    }

    // And nobody is forgotten: an order that was never paid and never stopped went through its whole plan.
    const unpaid = orders.filter((order) => order.openCents(END) > 0 && order.untroubled)
    expect(unpaid.length, `seed ${SEED}`).toBeGreaterThan(50)
    for (const { decided, start } of unpaid) {
      const steps = new Set(decided.map(({ step }) => stepName(step)))
      expect([...steps], `seed ${SEED}`).toEqual(start.plan.steps.map(stepName))
    }
  },
)

function randomOrder(random: Random): SimulatedOrder {
  const placed = random.between(BEGIN, LAST_ORDER)
  const total = random.between(500, 50_000)
  const plan = random.pick([DEFAULT_PLANS.prepayment, DEFAULT_PLANS.prepayment, DEFAULT_PLANS.invoice, OWN_PLAN])
  const fulfilled = plan.type === "invoice" ? new Date(placed + random.between(0, 10 * DAY)) : null
  const invoiced = fulfilled !== null && random.chance(0.5) ? new Date(fulfilled.getTime() + 3 * HOUR) : null
  const order = {
    ...ORDER,
    placedAt: new Date(placed),
    fulfilledAt: fulfilled,
    invoicedAt: invoiced,
    open: decimal(total),
  }
  const settings: DunningCase["settings"] = { ...SETTINGS, notBefore: new Date(BEGIN), minimumDistanceDays: 3 }
  return new SimulatedOrder(caseOf({ order, plan, settings }), total, randomFate(random, placed, total))
}

function randomFate(random: Random, placed: number, total: number): Fate {
  const payments = []
  if (random.chance(0.75)) payments.push({ at: placed + random.between(0, 40 * DAY), cents: total })
  else if (random.chance(0.4)) {
    const part = random.between(1, total - 1)
    payments.push({ at: placed + random.between(0, 30 * DAY), cents: part })
    if (random.chance(0.5)) payments.push({ at: placed + random.between(0, 60 * DAY), cents: total - part })
  }
  const mails = Array.from({ length: 4 }, () => (random.chance(0.8) ? "arrives" : random.pick(MISHAPS)))
  return { payments, mails, stops: random.chance(0.1) ? [randomStop(random, placed)] : [] }
}

const MISHAPS: MailFate[] = ["is-delayed", "bounces-and-is-sent-again", "bounces-and-is-skipped", "is-withdrawn"]

function randomStop(random: Random, placed: number): { from: number; stop: DunningStop } {
  const from = placed + random.between(0, 20 * DAY)
  const until = random.chance(0.5) ? new Date(from + random.between(0, 30 * DAY)).toISOString().slice(0, 10) : null
  return { from, stop: { scope: random.pick(["order", "customer", "plan"] as const), until } }
}

/** About every six hours, but for outages of hours to ten days; now and then the clock is wrong by hours or a day. */
function runsOfTheJob(random: Random): { world: number; clock: number }[] {
  const runs: { world: number; clock: number }[] = []
  let wrongBy = 0
  for (let world = BEGIN; world < END; world += random.between(3 * HOUR, 9 * HOUR)) {
    if (random.chance(0.005)) world += random.between(6 * HOUR, 10 * DAY)
    if (random.chance(0.01)) wrongBy = random.pick([0, -2 * HOUR, HOUR, -DAY, DAY])
    runs.push({ world, clock: world + wrongBy })
  }
  return runs
}
