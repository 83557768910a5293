import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { GERMAN_BASE_RATES } from "../../../src/dunning/base-rate"
import { addDays } from "../../../src/dunning/calendar-day"
import { type Claim, claimStatement } from "../../../src/dunning/claim-statement"
import type { InterestRule } from "../../../src/dunning/country-profiles"
import { defaultInterest } from "../../../src/dunning/interest"
import { decimal } from "./simulated-order"

const CONSUMER: InterestRule = { type: "over-base-rate", points: "5" }
const CLAIM: Claim = {
  principal: "1000.00",
  currency: "EUR",
  interest: { from: "2025-01-01", rule: CONSUMER },
  costs: [],
  payments: [],
}
const of = (changed: Partial<Claim>, today: string) =>
  claimStatement({ ...CLAIM, ...changed }, GERMAN_BASE_RATES, today)

/** Worked out by hand: § 288 (1) BGB at 2.27 + 5 = 7.27 %, payments credited by § 367 (1) BGB. */
describe("claimStatement", () => {
  it("without payments it is what is owed and the interest", () => {
    // 1000 × 0.0727 × 31 / 365 = 6.17452…
    expect(of({}, "2025-01-31")).toEqual({
      open: { costs: "0.00", interest: "6.17", principal: "1000.00" },
      total: "1006.17",
      excess: "0.00",
      payments: [],
    })
  })

  it("a partial payment pays the interest first, and less principal bears interest from the day after", () => {
    const statement = of({ payments: [{ day: "2025-01-31", amount: "500.00" }] }, "2025-02-28")
    expect(statement.payments).toEqual([
      {
        day: "2025-01-31",
        amount: "500.00",
        // 6.17 of the 500 is interest.
        credited: { costs: "0.00", interest: "6.17", principal: "493.83" },
      },
    ])
    // 506.17 × 0.0727 × 28 / 365 = 2.82290…; with the 6.17452… from before 8.99742…, rounded 9.00, of which 6.17 is paid.
    expect(statement.open).toEqual({ costs: "0.00", interest: "2.83", principal: "506.17" })
    expect(statement.total).toBe("509.00")
  })

  it("costs are paid before interest, also those of the same day", () => {
    const claim = { costs: [{ day: "2025-01-31", amount: "5" }], payments: [{ day: "2025-01-31", amount: "8.00" }] }
    // 8.00 - 5.00 = 3.00 for the interest of 6.17; none on the interest that stays open.
    expect(of(claim, "2025-01-31").open).toEqual({ costs: "0.00", interest: "3.17", principal: "1000.00" })
  })

  it("a payment before default lowers the principal alone", () => {
    const payments = [{ day: "2024-12-20", amount: "900.00" }]
    // 100 × 0.0727 × 31 / 365 = 0.61745…
    expect(of({ payments }, "2025-01-31").open).toEqual({ costs: "0.00", interest: "0.62", principal: "100.00" })
  })

  it("where no interest is owed, there is none", () => {
    expect(of({ interest: null, costs: [{ day: "2025-01-02", amount: "40.00" }] }, "2026-01-01").total).toBe("1040.00")
  })

  it("says what was paid too much, and nothing goes on after that", () => {
    const statement = of({ payments: [{ day: "2025-01-31", amount: "1010.00" }] }, "2025-12-31")
    expect(statement).toMatchObject({ total: "0.00", excess: "3.83" })
  })

  it("does not look at what comes after the day", () => {
    const later = { costs: [{ day: "2025-02-01", amount: "5" }], payments: [{ day: "2025-02-01", amount: "5" }] }
    expect(of(later, "2025-01-31")).toEqual(of({}, "2025-01-31"))
    expect(of({}, "2024-12-31").total).toBe("1000.00")
  })

  it("many small payments of interest alone never change how much interest there is", () => {
    const days = fc.uniqueArray(fc.nat(300), { maxLength: 20 })
    fc.assert(
      fc.property(days, fc.integer({ min: 100, max: 5_000_00 }), (offsets, principal) => {
        const payments = offsets.map((offset) => ({ day: addDays("2025-01-01", offset), amount: "0.00" }))
        const statement = of({ principal: decimal(principal), payments }, "2025-12-31")
        const at = ["2025-01-01", "2025-12-31"] as const
        expect(statement.open.interest).toBe(
          defaultInterest(decimal(principal), "EUR", CONSUMER, GERMAN_BASE_RATES, ...at),
        )
      }),
    )
  })

  it("what was owed is what was paid, what is open, and nothing else", () => {
    const event = fc.record({
      day: fc.nat(400).map((days) => addDays("2024-12-01", days)),
      amount: fc.integer({ min: 1, max: 400_00 }).map(decimal),
    })
    const cents = (amount: string): number => Math.round(Number(amount) * 100)
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), fc.array(event, { maxLength: 4 }), (payments, costs) => {
        const { total, excess, payments: credited } = of({ payments, costs }, "2026-02-01")
        const paid = payments.reduce((sum, { amount }) => sum + cents(amount), 0)
        const interest = credited.reduce((sum, { credited }) => sum + cents(credited.interest), 0)
        const openInterest = cents(of({ payments, costs }, "2026-02-01").open.interest)
        const owed = 100_000 + costs.reduce((sum, { amount }) => sum + cents(amount), 0) + interest + openInterest
        expect(cents(total)).toBe(owed - paid + cents(excess))
      }),
    )
  })
})
