import { describe, expect, it } from "vitest"
import { refusalReason } from "../../../admin/lib/refusal-reason"
import { STATE_REASONS } from "../../../src/kinds/state-reasons"

describe("refusalReason", () => {
  it.each(STATE_REASONS)("knows %s at the end of the server's words", (reason) => {
    expect(refusalReason(`order 1042 gets no mail of the kind payment-info: ${reason}`)).toBe(reason)
  })

  it.each(["Network error", "", "order mail om_1 is sent: only a mail that is queued can be canceled", "x: toString"])(
    "leaves other words alone: %j",
    (message) => expect(refusalReason(message)).toBeNull(),
  )
})
