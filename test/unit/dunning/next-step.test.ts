import { describe, expect, it } from "vitest"
import { DEFAULT_PLANS } from "../../../src/dunning/default-plans"
import type { DunningCase, DunningOrder } from "../../../src/dunning/dunning-case"
import { dueDayOf } from "../../../src/dunning/due-day"
import { type DunningStep, stepName } from "../../../src/dunning/dunning-plan"
import { nextStep } from "../../../src/dunning/next-step"
import { caseOf, ORDER, record, SETTINGS } from "./cases"

/** "due payment-info:1", or the reason and what comes next. */
function decided(dunningCase: DunningCase, now: string): string {
  const { due, reason, next } = nextStep(dunningCase, new Date(now))
  if (due !== null) return `due ${stepName(due.step)}`
  return next === null ? reason : `${reason}, ${stepName(next.step)} at ${next.at.toISOString().slice(0, 16)}`
}

const INVOICE = DEFAULT_PLANS.invoice
const order = (changed: Partial<DunningOrder>): DunningCase => caseOf({ order: { ...ORDER, ...changed } })

describe("a prepaid order placed on Monday, 2 November 2026, at noon", () => {
  const info = record("payment-info:1", "2026-11-09T07:00:00Z", { payableUntil: "2026-11-13" })
  const reminder = record("payment-reminder:1", "2026-11-16T07:00:00Z", { payableUntil: "2026-11-22" })
  const offer = record("payment-reminder:2", "2026-11-23T07:00:00Z", { payableUntil: "2026-11-30" })

  it.each([
    // 5 days after is Saturday the 7th.
    ["at once", [], "2026-11-02T12:00:01Z", "not-yet, payment-info:1 at 2026-11-09T07:00"],
    ["on day 5, a Saturday", [], "2026-11-07T12:00:00Z", "not-yet, payment-info:1 at 2026-11-09T07:00"],
    ["on Monday before 8", [], "2026-11-09T06:59:59Z", "not-yet, payment-info:1 at 2026-11-09T07:00"],
    ["on Monday at 8", [], "2026-11-09T07:00:00Z", "due payment-info:1"],
    ["on Monday after 18", [], "2026-11-09T17:00:00Z", "not-yet, payment-info:1 at 2026-11-10T07:00"],
    // Day 10 is Thursday the 12th, but the mail gave until the 13th: the 14th is a Saturday.
    ["after the info", [info], "2026-11-12T10:00:00Z", "not-yet, payment-reminder:1 at 2026-11-16T07:00"],
    ["on the Monday after", [info], "2026-11-16T07:00:00Z", "due payment-reminder:1"],
    // Day 17 is the 19th; the reminder gave until Sunday the 22nd.
    ["after the reminder", [info, reminder], "2026-11-20T10:00:00Z", "not-yet, payment-reminder:2 at 2026-11-23T07:00"],
    ["then", [info, reminder], "2026-11-23T09:00:00Z", "due payment-reminder:2"],
    ["at the end", [info, reminder, offer], "2026-12-23T09:00:00Z", "plan-finished"],
  ])("%s", (_what, history, now, expected) => {
    expect(decided(caseOf({ history }), now)).toBe(expected)
  })

  it("after two weeks without a run, steps are caught up one by one", () => {
    expect(decided(caseOf(), "2026-11-25T10:00:00Z")).toBe("due payment-info:1")
    const late = record("payment-info:1", "2026-11-25T10:00:00Z")
    // The minimum distance is 3 days: Saturday the 28th, hence Monday.
    expect(decided(caseOf({ history: [late] }), "2026-11-25T10:00:01Z")).toBe(
      "not-yet, payment-reminder:1 at 2026-11-30T07:00",
    )
  })
})

describe("an order on invoice", () => {
  const fulfilled = { fulfilledAt: new Date("2026-11-03T09:00:00Z") }
  const invoiced = { ...fulfilled, invoicedAt: new Date("2026-11-05T22:59:00Z") }
  const of = (changed: Partial<DunningOrder>): DunningCase => caseOf({ plan: INVOICE, order: { ...ORDER, ...changed } })

  it.each([
    ["neither sent nor invoiced", {}, null],
    ["fulfilled", fulfilled, "2026-11-10"],
    ["invoiced later: the invoice counts", invoiced, "2026-11-12"],
    ["with a date that was told", { ...invoiced, dueDay: "2026-11-30" }, "2026-11-30"],
    ["with a date and not sent yet", { dueDay: "2026-11-30" }, null],
  ])("due day when %s", (_what, changed, expected) => {
    expect(dueDayOf(of(changed))).toBe(expected)
  })

  it.each([
    [{}, "2026-12-24T10:00:00Z", "not-delivered-yet"],
    [fulfilled, "2026-11-10T10:00:00Z", "not-yet, payment-reminder:1 at 2026-11-13T07:00"],
    [invoiced, "2026-11-10T10:00:00Z", "not-yet, payment-reminder:1 at 2026-11-16T07:00"],
    [fulfilled, "2026-11-13T08:00:00Z", "due payment-reminder:1"],
  ])("with %j at %s: %s", (changed, now, expected) => {
    expect(decided(of(changed), now)).toBe(expected)
  })

  it("a friendly note can come before the due date, a reminder only after it, however its days are counted", () => {
    const plain = { ...(INVOICE.steps[0] as DunningStep), payableWithinDays: null }
    const plan = (step: Partial<DunningStep>): DunningCase =>
      caseOf({ plan: { ...INVOICE, steps: [{ ...plain, ...step }] }, order: { ...ORDER, ...fulfilled } })
    expect(decided(plan({ days: -4 }), "2026-11-06T08:00:00Z")).toBe("due payment-reminder:1")
    expect(decided(plan({ from: "order", days: 1 }), "2026-11-10T08:00:00Z")).toBe(
      "not-yet, payment-reminder:1 at 2026-11-11T07:00",
    )
  })
})

describe("an order that is left alone", () => {
  const now = "2026-11-25T10:00:00Z"
  it.each([
    ["paid", order({ open: "0.00" }), "paid"],
    ["overpaid", order({ open: "-5" }), "paid"],
    ["refunded", order({ refunded: "10.00" }), "refunded"],
    ["canceled", order({ status: "canceled" }), "order-canceled"],
    ["archived", order({ status: "archived" }), "order-archived"],
    ["a draft", order({ status: "draft" }), "order-draft"],
    ["older than the installation", order({ placedAt: new Date("2024-12-31T23:59:59Z") }), "before-installation"],
    ["ended by the merchant", caseOf({ ended: true }), "plan-ended"],
    ["stopped", caseOf({ stops: [{ scope: "customer", until: null }] }), "stopped"],
    ["paused", caseOf({ stops: [{ scope: "plan", until: null }] }), "paused"],
  ])("%s", (_what, dunningCase, expected) => {
    expect(decided(dunningCase, now)).toBe(expected)
  })

  it("below the minimum of its currency", () => {
    const minimum = (minimumAmounts: Record<string, string>): DunningCase =>
      caseOf({ settings: { ...SETTINGS, minimumAmounts } })
    expect(decided(minimum({ EUR: "119.01" }), now)).toBe("below-minimum")
    expect(decided(minimum({ EUR: "119.0" }), now)).toBe("due payment-info:1")
    expect(decided(minimum({ CHF: "500" }), now)).toBe("due payment-info:1")
  })

  it("stopped until a day: the day after, when the step is due by then", () => {
    const stopped = (until: string): DunningCase => caseOf({ stops: [{ scope: "order", until }] })
    expect(decided(stopped("2026-11-25"), now)).toBe("stopped, payment-info:1 at 2026-11-26T07:00")
    expect(decided(stopped("2026-11-24"), now)).toBe("due payment-info:1")
    expect(decided(caseOf({ stops: [{ scope: "plan", until: "2026-12-01" }] }), now)).toBe(
      "paused, payment-info:1 at 2026-12-02T07:00",
    )
  })
})

describe("the level does not rise", () => {
  it.each([
    ["under-way", "mail-under-way"],
    ["awaiting-approval", "awaiting-approval"],
    ["undelivered", "last-mail-undelivered"],
  ] as const)("while the last mail is %s", (state, expected) => {
    const history = [record("payment-info:1", "2026-11-09T07:00:00Z", { state })]
    expect(decided(caseOf({ history }), "2026-12-01T10:00:00Z")).toBe(expected)
  })

  it("while the first mail of the order, which no plan sends, did not arrive", () => {
    const first = record("payment-info:0", "2026-11-02T12:00:00Z", { state: "undelivered" })
    expect(decided(caseOf({ history: [first] }), "2026-12-01T10:00:00Z")).toBe("last-mail-undelivered")
  })

  it("and goes on once it was sent again", () => {
    const history = [
      record("payment-info:1", "2026-11-09T07:00:00Z", { state: "undelivered" }),
      record("payment-info:1", "2026-11-10T07:00:00Z"),
    ]
    expect(decided(caseOf({ history }), "2026-12-01T10:00:00Z")).toBe("due payment-reminder:1")
  })
})

it("a step that was withdrawn is due again, a step that was skipped is not", () => {
  const info = (state: "withdrawn" | "passed-over"): DunningCase =>
    caseOf({ history: [record("payment-info:1", "2026-11-09T07:00:00Z", { state })] })
  expect(decided(info("withdrawn"), "2026-11-10T10:00:00Z")).toBe("due payment-info:1")
  expect(decided(info("passed-over"), "2026-11-12T10:00:00Z")).toBe("due payment-reminder:1")
})

it("a milder step that a merchant adds later is not sent after a sterner one", () => {
  const history = [record("payment-reminder:2", "2026-11-20T07:00:00Z")]
  expect(decided(caseOf({ history }), "2026-12-20T10:00:00Z")).toBe("plan-finished")
})

it("days after the step before are counted from when it really went out", () => {
  const [info, reminder] = DEFAULT_PLANS.prepayment.steps as [DunningStep, DunningStep, DunningStep]
  const plan = { ...DEFAULT_PLANS.prepayment, steps: [info, { ...reminder, from: "previous" as const, days: 10 }] }
  const history = [record("payment-info:1", "2026-11-11T22:30:00Z")]
  expect(decided(caseOf({ plan, history }), "2026-11-12T10:00:00Z")).toBe(
    "not-yet, payment-reminder:1 at 2026-11-23T07:00",
  )
})

it("an order of 29 February, over the beginning of summer time", () => {
  const leap = (days: number): DunningCase => {
    const [info] = DEFAULT_PLANS.prepayment.steps as [DunningStep]
    return caseOf({
      settings: { ...SETTINGS, notBefore: new Date(0) },
      order: { ...ORDER, placedAt: new Date("2024-02-29T22:59:00Z") },
      plan: { ...DEFAULT_PLANS.prepayment, steps: [{ ...info, days }] },
    })
  }
  expect(decided(leap(5), "2024-03-01T10:00:00Z")).toBe("not-yet, payment-info:1 at 2024-03-05T07:00")
  expect(decided(leap(34), "2024-03-01T10:00:00Z")).toBe("not-yet, payment-info:1 at 2024-04-03T06:00")
})
