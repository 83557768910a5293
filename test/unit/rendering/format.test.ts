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
    ["1161.95", "eur", "fr-FR", `1${NBSP}161,95${NBSP}€`],
    ["1161.95", "chf", "fr-CH", `1${NBSP}161.95${NBSP}CHF`],
    ["1161.95", "chf", "de-CH", `CHF${NBSP}1'161.95`],
    ["1161.95", "eur", "it-IT", `1.161,95${NBSP}€`],
    ["1161.95", "eur", "es-ES", `1.161,95${NBSP}€`],
    ["1161.95", "eur", "nl-NL", `€${NBSP}1.161,95`],
    ["-12.5", "eur", "nl-BE", `€${NBSP}-12,50`],
    ["1161.95", "pln", "pl-PL", `1${NBSP}161,95${NBSP}zł`],
    ["12345.5", "eur", "pl-PL", `12${NBSP}345,50${NBSP}€`],
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
  expect(formatPercent("5.5", "fr-FR")).toBe(`5,5${NBSP}%`)
  expect(formatPercent("22", "it-IT")).toBe("22%")
  expect(formatPercent("21", "es-ES")).toBe(`21${NBSP}%`)
  expect(formatPercent("23", "pl-PL")).toBe("23%")
  expect(formatQuantity("1234567", "fr-FR")).toBe(`1${NBSP}234${NBSP}567`)
})

it.each(["en-DE", "en-FR", "en-NL", "en-AT", "en-IE"])("writes numbers as amounts in %s", (locale) => {
  const isComma = formatMoney("1.50", "eur", locale).includes(",")
  expect(formatQuantity("1.5", locale)).toBe(isComma ? "1,5" : "1.5")
  expect(formatPercent("5.5", locale)).toContain(isComma ? "5,5" : "5.5")
})

it("takes the calendar day of an instant in the shop's time zone", () => {
  expect(formatDate("2026-07-31T22:30:00Z", "Europe/Berlin", "de-DE")).toBe("1. August 2026")
  expect(formatDate("2026-07-31T22:30:00Z", "America/New_York", "en-US")).toBe("July 31, 2026")
})

it("keeps a calendar day where it is", () => {
  expect(formatCalendarDay("2026-08-14", "de-DE")).toBe("14. August 2026")
  expect(formatCalendarDay("2026-03-29", "en-GB")).toBe("29 March 2026")
})

it.each([
  ["fr-FR", "1er août 2026", "14 août 2026"],
  ["it-IT", "1 agosto 2026", "14 agosto 2026"],
  ["es-ES", "1 de agosto de 2026", "14 de agosto de 2026"],
  ["nl-NL", "1 augustus 2026", "14 augustus 2026"],
  ["pl-PL", "1 sierpnia 2026", "14 sierpnia 2026"],
])("writes dates of %s as %s and %s", (locale, first, later) => {
  expect(formatCalendarDay("2026-08-01", locale)).toBe(first)
  expect(formatDate("2026-07-31T22:30:00Z", "Europe/Warsaw", locale)).toBe(first)
  expect(formatCalendarDay("2026-08-14", locale)).toBe(later)
})

it("groups an IBAN by four, with ordinary blanks", () => {
  expect(formatIban("DE89370400440532013000")).toBe("DE89 3704 0044 0532 0130 00")
  expect(formatIban("NO9386011117947")).toBe("NO93 8601 1117 947")
  expect(formatIban("BE68539007547034")).toBe("BE68 5390 0754 7034")
})

it("names countries in the mail's language", () => {
  expect(formatCountry("at", "de-DE")).toBe("Österreich")
  expect(formatCountry("AT", "en-IE")).toBe("Austria")
  expect(formatCountry("de", "fr-FR")).toBe("Allemagne")
  expect(formatCountry("de", "pl-PL")).toBe("Niemcy")
  expect(formatCountry("<b>", "en-IE")).toBe("<B>")
})
