import { describe, expect, it } from "vitest"
import { isDue, stepOf, stepToDecide } from "../../../admin/lib/planned-step"
import type { AdminPlannedMail } from "../../../src/api/dunning-types"

const REMINDER: AdminPlannedMail = {
  kind: "payment-reminder",
  level: 1,
  at: "2026-12-03T07:00:00.000Z",
  wait_for_approval: false,
}
const CANCELLATION: AdminPlannedMail = { ...REMINDER, kind: "order-canceled-unpaid", level: null }

describe("a planned mail", () => {
  it("is a step, unless it is the cancellation", () => {
    expect(stepOf(REMINDER)).toEqual({ kind: "payment-reminder", level: 1 })
    expect(stepOf(CANCELLATION)).toBeNull()
  })

  it("is due from its moment on", () => {
    const moment = Date.parse(REMINDER.at)
    expect([isDue(REMINDER, moment - 1), isDue(REMINDER, moment)]).toEqual([false, true])
  })

  it.each([null, "not-yet"] as const)("can be sent or skipped when the reason is %s", (reason) => {
    expect(stepToDecide({ next: REMINDER, reason })).toEqual({ kind: "payment-reminder", level: 1 })
  })

  it.each(["stopped", "paused", "mail-under-way", "awaiting-approval", "last-mail-undelivered"] as const)(
    "cannot while %s is to be settled first",
    (reason) => expect(stepToDecide({ next: REMINDER, reason })).toBeNull(),
  )

  it("cannot where nothing, or no step, is next", () => {
    expect(stepToDecide({ next: null, reason: null })).toBeNull()
    expect(stepToDecide({ next: CANCELLATION, reason: null })).toBeNull()
  })
})
