import { describe, expect, it } from "vitest"
import { hasPlan, NO_STEP_REASONS, noStepReasonIn } from "../../../admin/lib/no-step-reasons"

describe("what an order's page says about its plan", () => {
  it.each([null, "not-yet", "last-mail-undelivered", "stopped", "plan-ended"] as const)(
    "says something for %s",
    (reason) => {
      expect(hasPlan({ plan_type: "prepayment", reason })).toBe(true)
    },
  )

  it.each(["paid", "order-canceled", "plan-inactive", "before-installation"] as const)("is silent for %s", (reason) => {
    expect(hasPlan({ plan_type: "invoice", reason })).toBe(false)
  })

  it("is silent for an order that is paid another way", () => {
    expect(hasPlan({ plan_type: null, reason: "not-bank-transfer" })).toBe(false)
  })
})

describe("noStepReasonIn", () => {
  it.each(NO_STEP_REASONS)("knows %s at the end of the server's words", (reason) => {
    expect(noStepReasonIn(`nothing may be sent for order 1042: ${reason}`)).toBe(reason)
  })

  it.each(["Network error", "", "x: toString"])("leaves other words alone: %j", (message) => {
    expect(noStepReasonIn(message)).toBeNull()
  })
})
