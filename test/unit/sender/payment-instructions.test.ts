import { describe, expect, it } from "vitest"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { paymentInstructions } from "../../../src/sender/payment-instructions"

const account = {
  accountHolder: "Lindner GmbH",
  iban: "DE89370400440532013000",
  bic: null,
  bank: null,
  payableWithinDays: 7,
}

function payableUntil(placed_at: string, timeZone: string, now = placed_at): string {
  return paymentInstructions({ ...sampleOrder(), placed_at }, account, timeZone, new Date(now)).payableUntil
}

describe("paymentInstructions", () => {
  it.each([
    ["2026-11-21T22:59:59Z", "Europe/Berlin", "2026-11-28"],
    ["2026-11-21T23:00:00Z", "Europe/Berlin", "2026-11-29"],
    ["2026-11-21T23:00:00Z", "America/New_York", "2026-11-28"],
    ["2026-12-28T12:00:00Z", "Europe/Berlin", "2027-01-04"],
    // The clock changes in between.
    ["2026-10-24T21:59:00Z", "Europe/Berlin", "2026-10-31"],
    ["2028-02-25T12:00:00Z", "Europe/Berlin", "2028-03-03"],
  ])("counts days from the shop's calendar day: %s in %s is payable until %s", (placedAt, timeZone, day) => {
    expect(payableUntil(placedAt, timeZone)).toBe(day)
  })

  it.each([
    ["the day before it would be over", "2026-11-08T22:30:00Z", "2026-11-08", "2026-11-09"],
    ["the day it would be over", "2026-11-08T23:30:00Z", "2026-11-09", "2026-11-16"],
    ["weeks later", "2026-12-24T12:00:00Z", "2026-12-24", "2026-12-31"],
  ])("never lies in the past: written %s", (_when, now, today, day) => {
    expect(payableUntil("2026-11-02T12:00:00Z", "Europe/Berlin", now)).toBe(day)
    expect(day > today).toBe(true)
  })

  it("asks for the open amount in the order's currency, with its number as reference", () => {
    expect(paymentInstructions(sampleOrder(), account, "UTC", new Date())).toMatchObject({
      amount: "161.95",
      currency: "EUR",
      reference: "1042",
    })
  })
})
