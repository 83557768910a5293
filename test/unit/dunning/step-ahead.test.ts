import { expect, it } from "vitest"
import { stepAhead } from "../../../src/dunning/next-step"
import { planAhead } from "../../../src/dunning/upcoming-steps"
import { caseOf, ORDER, record } from "./cases"

const AT_ONCE = new Date("2026-11-02T13:00:00Z")
const info = record("payment-info:1", "2026-11-09T07:00:00Z", { payableUntil: "2026-11-13" })

it("a person may send or skip the next step before its day", () => {
  expect(stepAhead(caseOf(), AT_ONCE)).toMatchObject({ step: { kind: "payment-info", level: 1 }, reason: null })
  const reminded = caseOf({ history: [info] })
  expect(stepAhead(reminded, AT_ONCE)).toMatchObject({ step: { kind: "payment-reminder", level: 1 } })
})

it.each([
  ["paid", caseOf({ order: { ...ORDER, open: "0.00" } })],
  ["refunded", caseOf({ order: { ...ORDER, refunded: "5.00" } })],
  ["order-canceled", caseOf({ order: { ...ORDER, status: "canceled" } })],
  ["plan-ended", caseOf({ ended: true })],
  ["stopped", caseOf({ stops: [{ scope: "customer", until: null }] })],
  ["paused", caseOf({ stops: [{ scope: "plan", until: "2026-11-02" }] })],
  ["mail-under-way", caseOf({ history: [{ ...info, state: "under-way" }] })],
  ["awaiting-approval", caseOf({ history: [{ ...info, state: "awaiting-approval" }] })],
  ["last-mail-undelivered", caseOf({ history: [{ ...info, state: "undelivered" }] })],
  ["plan-finished", caseOf({ history: [record("payment-reminder:2", "2026-11-20T07:00:00Z")] })],
] as const)("nobody sends a step of an order that is %s", (reason, dunningCase) => {
  expect(stepAhead(dunningCase, AT_ONCE)).toEqual({ step: null, reason })
})

it("what lies ahead ends with the cancellation, after the last date that was given", () => {
  const { plan } = caseOf()
  const ahead = planAhead(caseOf({ plan: { ...plan, cancelAfterDays: 20 } }), AT_ONCE, new Date("2027-11-02T12:00:00Z"))
  expect(ahead).toMatchObject({ reason: "not-yet", cancellation: new Date("2026-12-01T07:00:00Z") })
  expect(ahead.steps).toHaveLength(3)
  // The last step leaves on Monday, 23 November, and gives seven days.
  expect(ahead.steps[2]?.at).toEqual(new Date("2026-11-23T07:00:00Z"))
  expect(planAhead(caseOf(), AT_ONCE, new Date("2027-11-02T12:00:00Z")).cancellation).toBeNull()
})
