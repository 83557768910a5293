import { describe, expect, it } from "vitest"
import {
  formatCalendarDay,
  formatCountry,
  formatDate,
  formatIban,
  formatMoney,
  formatPercent,
  formatQuantity,
} from "../../../src/rendering/format"

/** Intl puts no-break blanks between a number and its unit, so that they stay on one line. */
const NBSP = "\u00a0"

describe("formatMoney", () => {
  it.each([
    ["1161.95", "eur", "de-DE", `1.161,95${NBSP}€`],
    ["1161.95", "EUR", "de-AT", `€${NBSP}1.161,95`],
    ["1161.95", "eur", "en-IE", "€1,161.95"],
    ["5", "eur", "de-DE", `5,00${NBSP}€`],
    ["-12.5", "eur", "de-DE", `-12,50${NBSP}€`],
    ["1500", "jpy", "de-DE", `1.500${NBSP}¥`],
    ["1.234", "kwd", "en", `KWD${NBSP}1.234`],
  ])("%s %s for %s is %s", (amount, currency, locale, expected) => {
    expect(formatMoney(amount, currency, locale)).toBe(expected)
  })

  it("is exact where a float is not", () => {
    expect(formatMoney("9007199254740993.01", "eur", "en-IE")).toBe("€9,007,199,254,740,993.01")
  })

  it.each(["12,50", "", "abc", "1e3"])("refuses the amount %j", (amount) => {
    expect(() => formatMoney(amount, "eur", "de-DE")).toThrow(`"${amount}" is no decimal number`)
  })
})

it("formats quantities and percentages as the locale does", () => {
  expect(formatQuantity("2", "de-DE")).toBe("2")
  expect(formatQuantity("1.5", "de-DE")).toBe("1,5")
  expect(formatPercent("19", "de-DE")).toBe(`19${NBSP}%`)
  expect(formatPercent("5.5", "en-IE")).toBe("5.5%")
})

it("takes the calendar day of an instant in the shop's time zone", () => {
  expect(formatDate("2026-07-31T22:30:00Z", "Europe/Berlin", "de-DE")).toBe("1. August 2026")
  expect(formatDate("2026-07-31T22:30:00Z", "America/New_York", "en-US")).toBe("July 31, 2026")
})

it("keeps a calendar day where it is", () => {
  expect(formatCalendarDay("2026-08-14", "de-DE")).toBe("14. August 2026")
  expect(formatCalendarDay("2026-03-29", "en-GB")).toBe("29 March 2026")
})

it("groups an IBAN by four, with ordinary blanks", () => {
  expect(formatIban("DE89370400440532013000")).toBe("DE89 3704 0044 0532 0130 00")
  expect(formatIban("NO9386011117947")).toBe("NO93 8601 1117 947")
  expect(formatIban("BE68539007547034")).toBe("BE68 5390 0754 7034")
})

it("names countries in the mail's language", () => {
  expect(formatCountry("at", "de-DE")).toBe("Österreich")
  expect(formatCountry("AT", "en-IE")).toBe("Austria")
  expect(formatCountry("<b>", "en-IE")).toBe("<B>")
})
