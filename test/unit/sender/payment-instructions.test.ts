import { describe, expect, it } from "vitest"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { isQrReference } from "../../../src/rendering/qr-reference"
import { NoBankAccountError, paymentInstructions, type BankSettings } from "../../../src/sender/payment-instructions"

const account = {
  currency: null,
  accountHolder: "Lindner GmbH",
  iban: "DE89370400440532013000",
  bic: null,
  bank: null,
  address: null,
}

const settings: BankSettings = {
  accounts: [account],
  reference: { pattern: "{{order_number}}", isCreditorReference: false },
  payableWithinDays: 7,
}

function payableUntil(placed_at: string, timeZone: string, now = placed_at): string {
  return paymentInstructions({ ...sampleOrder(), placed_at }, settings, timeZone, new Date(now)).payableUntil
}

function paymentIn(currency_code: string, changes: Partial<BankSettings> = {}) {
  return paymentInstructions({ ...sampleOrder(), currency_code }, { ...settings, ...changes }, "UTC", new Date())
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
    expect(paymentIn("eur")).toMatchObject({ amount: "161.95", currency: "EUR", reference: "1042" })
  })

  describe("goes to the account of the order's currency", () => {
    const swiss = { ...account, currency: "CHF", iban: "CH5604835012345678009" }
    const euro = { ...account, currency: "EUR", iban: "AT611904300234573201" }

    it.each([
      ["its own", "chf", [account, swiss, euro], swiss.iban],
      ["its own, whatever stands first", "eur", [euro, swiss, account], euro.iban],
      ["the one for all others", "pln", [swiss, account, euro], account.iban],
    ])("%s", (_, currency, accounts, iban) => {
      expect(paymentIn(currency, { accounts })).toMatchObject({ iban, currency: currency.toUpperCase() })
    })

    it.each([
      ["pln", [swiss, euro]],
      ["eur", [swiss]],
      ["eur", []],
    ])("and to none where there is none: %s", (currency, accounts) => {
      expect(() => paymentIn(currency, { accounts })).toThrow(NoBankAccountError)
      expect(() => paymentIn(currency, { accounts })).toThrow(currency.toUpperCase())
    })
  })

  it("is what a step of the plan asks for, until its day", () => {
    const demand = { total: "165.03", payableUntil: "2026-09-14" }
    const asked = paymentInstructions(sampleOrder(), settings, "Europe/Berlin", new Date(), demand)
    expect(asked).toMatchObject({ amount: "165.03", payableUntil: "2026-09-14", currency: "EUR" })
  })

  describe("asks for the reference", () => {
    const pattern = "{{customer_number}}/{{order_number}}"

    it("of the shop's pattern", () => {
      expect(paymentIn("eur", { reference: { pattern, isCreditorReference: false } }).reference).toBe("20077/1042")
    })

    it("as a creditor reference, where the shop wants that", () => {
      expect(paymentIn("eur", { reference: { pattern, isCreditorReference: true } }).reference).toMatch(
        /^RF\d\d200771042$/,
      )
    })

    it("that a QR-IBAN demands, whatever the pattern", () => {
      const accounts = [{ ...account, iban: "CH4431999123000889012" }]
      const { reference } = paymentIn("chf", { accounts, reference: { pattern, isCreditorReference: true } })
      expect(isQrReference(reference)).toBe(true)
      expect(reference).toContain("1042")
    })
  })
})
