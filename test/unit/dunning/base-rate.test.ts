import { describe, expect, it } from "vitest"
import {
  type BaseRate,
  baseRateOn,
  GERMAN_BASE_RATES,
  missingBaseRate,
  nextBaseRateAfter,
  problemOfBaseRates,
} from "../../../src/dunning/base-rate"
import { countryProfile, PROFILED_COUNTRIES } from "../../../src/dunning/country-profiles"

const rate = (from: string, percent = "1.00"): BaseRate => ({ from, percent })

describe("the table that is shipped", () => {
  it("is a table that a merchant could have entered", () => {
    expect(problemOfBaseRates(GERMAN_BASE_RATES)).toBeNull()
  })

  // Announcements of the Deutsche Bundesbank under § 247 (2) BGB.
  it.each([
    ["2022-12-31", undefined],
    ["2023-01-01", "1.62"],
    ["2023-06-30", "1.62"],
    ["2023-07-01", "3.12"],
    ["2024-02-29", "3.62"],
    ["2024-12-31", "3.37"],
    ["2025-01-01", "2.27"],
    ["2025-07-01", "1.27"],
    ["2030-01-01", GERMAN_BASE_RATES.at(-1)?.percent],
  ])("on %s: %s", (day, percent) => {
    expect(baseRateOn(day, GERMAN_BASE_RATES)?.percent).toBe(percent)
  })

  it("tells the next change", () => {
    expect(nextBaseRateAfter("2023-01-01", GERMAN_BASE_RATES)?.from).toBe("2023-07-01")
    expect(nextBaseRateAfter("2022-06-01", GERMAN_BASE_RATES)?.from).toBe("2023-01-01")
    expect(nextBaseRateAfter("2100-01-01", GERMAN_BASE_RATES)).toBeNull()
  })
})

describe("missingBaseRate", () => {
  it.each([
    ["2026-01-01", "2026-01-01", null],
    ["2026-01-01", "2026-06-30", null],
    ["2026-01-01", "2026-07-01", "2026-07-01"],
    ["2026-01-01", "2026-11-22", "2026-07-01"],
    ["2026-07-01", "2026-12-31", null],
    ["2026-07-01", "2027-01-01", "2027-01-01"],
    ["2027-01-01", "2026-12-20", null],
  ])("a table until %s, on %s: %s", (last, today, expected) => {
    expect(missingBaseRate([rate("2025-07-01"), rate(last)], today)).toBe(expected)
  })

  it("an empty table misses the rate of today", () => {
    expect(missingBaseRate([], "2026-03-01")).toBe("2026-01-01")
  })
})

it.each([
  [[rate("2026-01-01", "-0.88")], null],
  [[], "1 to 200 base rates"],
  [[rate("2026-02-01")], '"2026-02-01" is no day on which the base rate changes'],
  [[rate("2026-1-1")], '"2026-1-1" is no day'],
  [[rate("2026-07-01"), rate("2026-01-01")], "2026-01-01 must come after 2026-07-01"],
  [[rate("2026-01-01"), rate("2026-01-01")], "only once"],
  [[rate("2026-01-01", "1,27")], '"1,27" is no base rate'],
  [[rate("2026-01-01", "127")], '"127" is no base rate'],
  [[rate("2026-01-01", "20.01")], '"20.01" is no base rate'],
  [[rate("2026-01-01", "1.275")], '"1.275" is no base rate'],
] as const)("checking %j: %s", (rates, expected) => {
  const problem = problemOfBaseRates(rates)
  if (expected === null) expect(problem).toBeNull()
  else expect(problem).toContain(expected)
})

describe("countryProfile", () => {
  it("DE: § 288 (1), (2), (5) BGB", () => {
    const profile = countryProfile("de")
    expect(profile.interest.consumer).toEqual({ type: "over-base-rate", points: "5" })
    expect(profile.interest.business).toEqual({ type: "over-base-rate", points: "9" })
    expect(profile.flatFee).toEqual({ consumer: null, business: { currency: "EUR", amount: "40.00" } })
  })

  it("AT: § 1000 (1) ABGB; nothing from businesses, whose base rate is another one", () => {
    expect(countryProfile("AT").interest).toEqual({ consumer: { type: "fixed", percent: "4" }, business: null })
    expect(countryProfile("AT").fees.consumer).toBe(false)
  })

  it("CH: Art. 104 (1) OR, no flat fee", () => {
    expect(countryProfile("CH").interest.consumer).toEqual({ type: "fixed", percent: "5" })
    expect(countryProfile("CH").flatFee.business).toBeNull()
  })

  it.each(["FR", "", "XX", "constructor", "__proto__", null])("%s: no fee, no interest", (country) => {
    const { interest, fees, flatFee } = countryProfile(country)
    expect([...Object.values(interest), ...Object.values(flatFee)]).toEqual([null, null, null, null])
    expect(fees).toEqual({ consumer: false, business: false })
  })

  it("consumers are never asked for a flat fee", () => {
    for (const country of PROFILED_COUNTRIES) expect(countryProfile(country).flatFee.consumer).toBeNull()
  })
})
