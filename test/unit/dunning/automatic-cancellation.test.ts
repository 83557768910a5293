import { describe, expect, it } from "vitest"
import { cancellationTime } from "../../../src/dunning/automatic-cancellation"
import { DEFAULT_PLANS } from "../../../src/dunning/default-plans"
import type { DunningCase } from "../../../src/dunning/dunning-case"
import { caseOf, ORDER, record } from "./cases"

const PLAN = { ...DEFAULT_PLANS.prepayment, cancelAfterDays: 24 }
const HISTORY = [
  record("payment-info:1", "2026-11-09T07:00:00Z"),
  record("payment-reminder:1", "2026-11-16T07:00:00Z"),
  record("payment-reminder:2", "2026-11-23T07:00:00Z", { payableUntil: "2026-11-30" }),
]
const time = (changed: Partial<DunningCase>, now = "2026-11-24T10:00:00Z"): string | undefined =>
  cancellationTime(caseOf({ plan: PLAN, history: HISTORY, ...changed }), new Date(now))?.toISOString()

describe("an order placed on 2 November 2026, to be canceled after 24 days", () => {
  it("is canceled the day after the last date it was given, within the sending times", () => {
    expect(time({})).toBe("2026-12-01T07:00:00.000Z")
    expect(time({}, "2026-12-01T12:34:00Z")).toBe("2026-12-01T12:34:00.000Z")
  })

  it("and after the plan's days, when that is later", () => {
    // 34 days after is Sunday, 6 December.
    expect(time({ plan: { ...PLAN, cancelAfterDays: 34 } })).toBe("2026-12-07T07:00:00.000Z")
  })

  it("not before a stop has ended", () => {
    expect(time({ stops: [{ scope: "order", until: "2026-12-10" }] })).toBe("2026-12-11T07:00:00.000Z")
  })

  it.each([
    ["the plan does not cancel", { plan: DEFAULT_PLANS.prepayment }],
    ["it is delivered", { order: { ...ORDER, fulfilledAt: ORDER.placedAt } }],
    ["it is paid", { order: { ...ORDER, open: "0" } }],
    ["it is paid in part", { order: { ...ORDER, open: "19.00", paid: "100.00" } }],
    ["it is stopped", { stops: [{ scope: "customer" as const, until: null }] }],
    ["a step is still to come", { history: HISTORY.slice(0, 2) }],
    ["the last mail bounced", { history: HISTORY.map((step) => ({ ...step, state: "undelivered" as const })) }],
    ["all steps were skipped", { history: HISTORY.map((step) => ({ ...step, state: "passed-over" as const })) }],
    ["it is on invoice", { plan: { ...DEFAULT_PLANS.invoice, cancelAfterDays: 24 } }],
  ])("never while %s", (_what, changed) => {
    expect(time(changed, "2027-03-01T10:00:00Z")).toBeUndefined()
  })
})
