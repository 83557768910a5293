import { describe, expect, it } from "vitest"
import { costsOfDefault, type DefaultTerms, inDefaultFrom } from "../../../src/dunning/costs-of-default"
import { countryProfile } from "../../../src/dunning/country-profiles"
import { DEFAULT_PLANS } from "../../../src/dunning/default-plans"
import type { DunningPlan, StepFee } from "../../../src/dunning/dunning-plan"
import { record } from "./cases"

const TIME_ZONE = "Europe/Berlin"
const REMINDER = record("payment-reminder:1", "2026-11-16T07:00:00Z")
const FIRST = record("dunning:1", "2026-11-27T07:00:00Z")
const SECOND = record("dunning:2", "2026-12-07T07:00:00Z")

/** §§ 286 (1), 187 (1) BGB. */
describe("inDefaultFrom", () => {
  it.each([
    ["nothing was sent", [], null],
    ["payment information reminds of nothing", [record("payment-info:1", "2026-11-20T07:00:00Z")], null],
    ["a friendly note on the due date is none", [record("payment-reminder:1", "2026-11-13T12:00:00Z")], null],
    ["the first reminder after it, from the day after", [SECOND, REMINDER, FIRST], "2026-11-17"],
    ["one that bounced reminded nobody", [{ ...REMINDER, state: "undelivered" as const }, FIRST], "2026-11-28"],
    ["the shop's day counts", [record("payment-reminder:1", "2026-11-13T23:30:00Z")], "2026-11-15"],
  ])("%s", (_what, history, expected) => {
    expect(inDefaultFrom("2026-11-13", history, TIME_ZONE)).toBe(expected)
  })
})

describe("costsOfDefault", () => {
  const fees: StepFee[] = [
    { currency: "EUR", consumer: "0.76", business: "25.00" },
    { currency: "CHF", consumer: "0", business: "20.00" },
  ]
  const [reminder, ...letters] = DEFAULT_PLANS.invoice.steps
  const plan: DunningPlan = {
    ...DEFAULT_PLANS.invoice,
    steps: [...(reminder === undefined ? [] : [reminder]), ...letters.map((letter) => ({ ...letter, fees }))],
  }
  const HISTORY = [REMINDER, FIRST, SECOND]
  const costs = (changed: Partial<DefaultTerms>, history = HISTORY): string[] =>
    costsOfDefault(plan, history, {
      profile: countryProfile("DE"),
      customerType: "consumer",
      currency: "eur",
      inDefaultFrom: inDefaultFrom("2026-11-13", history, TIME_ZONE),
      flatFee: false,
      timeZone: TIME_ZONE,
      ...changed,
    }).map(({ day, amount }) => `${day} ${amount}`)

  it("fees of a consumer, by letter", () => {
    expect(costs({})).toEqual(["2026-11-27 0.76", "2026-12-07 0.76"])
  })

  it("a business: fees, or the flat fee and what fees exceed it by (§ 288 (5) BGB)", () => {
    expect(costs({ customerType: "business" })).toEqual(["2026-11-27 25.00", "2026-12-07 25.00"])
    expect(costs({ customerType: "business", flatFee: true })).toEqual(["2026-11-17 40.00", "2026-12-07 10.00"])
  })

  it("the flat fee is in euros, and never a consumer's", () => {
    expect(costs({ customerType: "business", flatFee: true, currency: "CHF" })).toEqual([
      "2026-11-27 20.00",
      "2026-12-07 20.00",
    ])
    expect(costs({ flatFee: true })).toEqual(["2026-11-27 0.76", "2026-12-07 0.76"])
  })

  it("none where the country's profile knows none, or the plan has none in the currency", () => {
    expect(costs({ profile: countryProfile("FR"), customerType: "business", flatFee: true })).toEqual([])
    expect(costs({ profile: countryProfile("AT") })).toEqual([])
    expect(costs({ currency: "PLN" })).toEqual([])
  })

  it("none before default, none for what did not arrive, none twice for one step", () => {
    expect(costs({ inDefaultFrom: null })).toEqual([])
    // The letter was the first to arrive: it causes the default and costs nothing.
    expect(costs({}, [FIRST])).toEqual([])
    expect(costs({}, [REMINDER, { ...FIRST, state: "undelivered" }])).toEqual([])
    expect(costs({}, [REMINDER, FIRST, record("dunning:1", "2026-11-30T07:00:00Z")])).toEqual(["2026-11-27 0.76"])
  })
})
