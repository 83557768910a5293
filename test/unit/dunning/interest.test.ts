import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { GERMAN_BASE_RATES } from "../../../src/dunning/base-rate"
import { addDays } from "../../../src/dunning/calendar-day"
import type { InterestRule } from "../../../src/dunning/country-profiles"
import { add, toDecimal } from "../../../src/dunning/fraction"
import { defaultInterest, exactInterest, interestPeriods } from "../../../src/dunning/interest"

const CONSUMER: InterestRule = { type: "over-base-rate", points: "5" }
const BUSINESS: InterestRule = { type: "over-base-rate", points: "9" }
const SWISS: InterestRule = { type: "fixed", percent: "5" }
const AUSTRIAN: InterestRule = { type: "fixed", percent: "4" }

/** Worked out by hand: § 288 (1), (2) BGB with the base rates of § 247 BGB; Art. 104 (1) OR; § 1000 (1) ABGB. */
describe("defaultInterest", () => {
  it.each([
    // 11.27 % (2.27 + 9): 119 × 0.1127 = 13.4113 a year; × 31 / 365 = 1.13904…
    ["a month, business", "119.00", "EUR", BUSINESS, "2025-03-01", "2025-03-31", "1.14"],
    // 7.27 % (2.27 + 5): 119 × 0.0727 = 8.6513; × 31 / 365 = 0.73477…
    ["the same, consumer", "119.00", "EUR", CONSUMER, "2025-03-01", "2025-03-31", "0.73"],
    // 30 days of 8.62 % and 31 of 8.37 % in a leap year: (86.20 × 30 + 83.70 × 31) / 366 = 5180.70 / 366 = 14.15491…
    ["over a change of the base rate", "1000", "EUR", CONSUMER, "2024-06-01", "2024-07-31", "14.15"],
    // 181 days of 6.62 % and 184 of 8.12 %: (66.20 × 181 + 81.20 × 184) / 365 = 26923.00 / 365 = 73.76164…
    ["a year with two rates", "1000", "EUR", CONSUMER, "2023-01-01", "2023-12-31", "73.76"],
    ["a year of 365 days costs the yearly rate", "1000", "CHF", SWISS, "2025-01-01", "2025-12-31", "50.00"],
    ["and so does one of 366", "1000", "CHF", SWISS, "2024-01-01", "2024-12-31", "50.00"],
    // 50 / 366 + 50 / 365 = 0.13661… + 0.13698… = 0.27359…
    ["from a leap year into the next", "1000", "CHF", SWISS, "2024-12-31", "2025-01-01", "0.27"],
    // 7320 × 0.05 / 366 = 1.00
    ["29 February alone", "7320", "CHF", SWISS, "2024-02-29", "2024-02-29", "1.00"],
    // 7.30 × 0.05 × 5 / 365 = 0.005 exactly
    ["half a cent is rounded up", "7.30", "CHF", SWISS, "2025-01-01", "2025-01-05", "0.01"],
    // 7.29 × 0.05 × 5 / 365 = 0.00499…
    ["less than half is not", "7.29", "CHF", SWISS, "2025-01-01", "2025-01-05", "0.00"],
    // 10000 × 0.05 × 73 / 365 = 100
    ["yen have no decimals", "10000", "JPY", SWISS, "2025-01-01", "2025-03-14", "100"],
    // 250 × 0.04 × 90 / 365 = 2.46575…
    ["Austria, 90 days", "250.00", "EUR", AUSTRIAN, "2025-01-01", "2025-03-31", "2.47"],
    ["nothing is open", "0.00", "EUR", CONSUMER, "2025-01-01", "2025-12-31", "0.00"],
    ["it ends before it begins", "1000", "EUR", CONSUMER, "2025-02-01", "2025-01-31", "0.00"],
  ])("%s", (_what, principal, currency, rule, from, until, expected) => {
    expect(defaultInterest(principal, currency, rule, GERMAN_BASE_RATES, from, until)).toBe(expected)
  })

  it("days before the table of base rates begins bear none", () => {
    const of = (from: string): string => defaultInterest("1000", "EUR", CONSUMER, GERMAN_BASE_RATES, from, "2023-01-31")
    expect(of("2022-06-01")).toBe(of("2023-01-01"))
  })

  it("a base rate below zero lowers the rate, and never below zero", () => {
    const percents = (points: string): string[] =>
      interestPeriods(
        { type: "over-base-rate", points },
        [{ from: "2020-01-01", percent: "-0.88" }],
        "2020-03-01",
        "2020-03-02",
      ).map(({ percent }) => percent)
    expect(percents("9")).toEqual(["8.12"])
    expect(percents("0.5")).toEqual(["0.00"])
  })
})

it("interestPeriods says which days bear which rate", () => {
  expect(interestPeriods(CONSUMER, GERMAN_BASE_RATES, "2023-12-30", "2024-07-02")).toEqual([
    { from: "2023-12-30", until: "2023-12-31", days: 2, percent: "8.12" },
    { from: "2024-01-01", until: "2024-06-30", days: 182, percent: "8.62" },
    { from: "2024-07-01", until: "2024-07-02", days: 2, percent: "8.37" },
  ])
})

it("two periods in a row bear what both together bear, to the last fraction: no interest on interest (§ 289 BGB)", () => {
  const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays("2023-01-01", days))
  fc.assert(
    fc.property(
      day,
      fc.nat(400),
      fc.nat(400),
      fc.constantFrom(CONSUMER, BUSINESS, SWISS),
      (from, first, second, rule) => {
        const middle = addDays(from, first)
        const end = addDays(middle, second)
        const of = (a: string, b: string) => exactInterest("119.90", rule, GERMAN_BASE_RATES, a, b)
        expect(add(of(from, middle), of(addDays(middle, 1), end))).toEqual(of(from, end))
      },
    ),
  )
})

it("is never more than the highest rate on the days would make", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (days) => {
      const interest = exactInterest("1000", BUSINESS, GERMAN_BASE_RATES, "2023-01-01", addDays("2023-01-01", days - 1))
      // 12.62 % was the highest: 3.62 + 9.
      expect(Number(toDecimal(interest, 6))).toBeLessThanOrEqual((126.2 * days) / 365 + 1e-6)
    }),
  )
})
