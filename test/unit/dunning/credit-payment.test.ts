import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { creditPayment, totalOf } from "../../../src/dunning/credit-payment"
import { decimal } from "./simulated-order"

const OPEN = { costs: "5.00", interest: "2.50", principal: "100.00" }

/** § 367 (1) BGB: first the costs, then the interest, last the principal. */
describe("creditPayment", () => {
  it.each([
    ["less than the costs", "3.00", ["3.00", "0.00", "0.00"], ["2.00", "2.50", "100.00"], "0.00"],
    ["exactly the costs", "5.00", ["5.00", "0.00", "0.00"], ["0.00", "2.50", "100.00"], "0.00"],
    ["into the interest", "6.00", ["5.00", "1.00", "0.00"], ["0.00", "1.50", "100.00"], "0.00"],
    ["into the principal", "50.00", ["5.00", "2.50", "42.50"], ["0.00", "0.00", "57.50"], "0.00"],
    [
      "the order's own amount leaves costs and interest open",
      "100.00",
      ["5.00", "2.50", "92.50"],
      ["0.00", "0.00", "7.50"],
      "0.00",
    ],
    ["everything", "107.50", ["5.00", "2.50", "100.00"], ["0.00", "0.00", "0.00"], "0.00"],
    ["more than everything", "110.00", ["5.00", "2.50", "100.00"], ["0.00", "0.00", "0.00"], "2.50"],
  ])("%s", (_what, payment, [costs, interest, principal], [openCosts, openInterest, openPrincipal], excess) => {
    expect(creditPayment(OPEN, payment, "EUR")).toEqual({
      credited: { costs, interest, principal },
      open: { costs: openCosts, interest: openInterest, principal: openPrincipal },
      excess,
    })
  })

  it("loses no cent and invents none", () => {
    const cents = fc.integer({ min: 0, max: 100_000_00 })
    fc.assert(
      fc.property(cents, cents, cents, cents, (costs, interest, principal, payment) => {
        const open = { costs: decimal(costs), interest: decimal(interest), principal: decimal(principal) }
        const result = creditPayment(open, decimal(payment), "EUR")
        const sum = (...amounts: string[]): number =>
          amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0)
        expect(sum(totalOf(result.credited, "EUR"), result.excess)).toBe(payment)
        expect(sum(totalOf(result.open, "EUR"), totalOf(result.credited, "EUR"))).toBe(costs + interest + principal)
        if (sum(result.credited.interest) > 0) expect(sum(result.open.costs)).toBe(0)
        if (sum(result.credited.principal) > 0) expect(sum(result.open.interest)).toBe(0)
      }),
    )
  })
})

it("totalOf adds up all parts", () => {
  expect(totalOf(OPEN, "EUR")).toBe("107.50")
})
