import { describe, expect, it } from "vitest"
import { causeKey, CAUSE_KEYS } from "../../../admin/lib/causes"
import { config as placed } from "../../../src/subscribers/payment-info-order-placed"
import { config as canceled } from "../../../src/subscribers/withdraw-order-canceled"
import { config as captured } from "../../../src/subscribers/withdraw-payment-captured"

describe("causeKey", () => {
  const events = [placed, canceled, captured].map(({ event }) => String(event))

  it.each([...events, "user", "sweep"])("knows %s", (cause) => expect(CAUSE_KEYS).toContain(causeKey(cause, "queued")))

  it("says what the regular check did", () => {
    expect(causeKey("sweep", "queued")).toBe("sweep-missing")
    expect(causeKey("sweep", "skipped")).toBe("sweep")
  })

  it.each(["my-import", "", "toString"])("leaves %j as it is called", (cause) =>
    expect(causeKey(cause, "queued")).toBeNull(),
  )
})
