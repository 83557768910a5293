import { describe, expect, it } from "vitest"
import { causeKey, CAUSE_KEYS } from "../../../admin/lib/causes"
import { config as placed } from "../../../src/subscribers/payment-info-order-placed"
import { config as changed } from "../../../src/subscribers/tell-order-changed"
import { config as moved } from "../../../src/subscribers/tell-payment-moved"
import { config as canceled } from "../../../src/subscribers/withdraw-order-canceled"
import { config as captured } from "../../../src/subscribers/withdraw-payment-captured"

describe("causeKey", () => {
  const written = [placed, changed, moved].flatMap(({ event }) => event)
  const takenBack = [canceled, captured].flatMap(({ event }) => event)

  it.each([...written, "user", "sweep", "dunning", "merchant-notice", "merchant-copy"])(
    "knows why a mail was written: %s",
    (cause) => expect(CAUSE_KEYS).toContain(causeKey(cause, "queued")),
  )

  it.each([...takenBack, "user", "sweep", "last-look", "order.placed"])("knows what else befalls one: %s", (cause) =>
    expect(CAUSE_KEYS).toContain(causeKey(cause, "skipped")),
  )

  it("tells a mail about a payment from one that a payment made needless", () => {
    expect(causeKey("payment.captured", "queued")).toBe("told-payment")
    expect(causeKey("payment.captured", "skipped")).toBe("payment-captured")
  })

  it("says what the regular check did", () => {
    expect(causeKey("sweep", "queued")).toBe("sweep-missing")
    expect(causeKey("sweep", "skipped")).toBe("sweep")
  })

  it.each(["my-import", "", "toString"])("leaves %j as it is called", (cause) =>
    expect(causeKey(cause, "queued")).toBeNull(),
  )
})
