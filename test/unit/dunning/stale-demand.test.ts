import { describe, expect, it } from "vitest"
import { isDemandStale } from "../../../src/dunning/stale-demand"
import type { ClaimSummary, Demand } from "../../../src/kinds/demand"

const claim: ClaimSummary = {
  principal: "119.00",
  interest: "0.42",
  costs: "2.50",
  interestFrom: "2025-11-20",
  interestPercent: "6.27",
  payments: [],
}
const written: Demand = {
  level: 2,
  attempt: 1,
  dueDay: "2025-11-19",
  payableUntil: "2025-12-10",
  beforeDue: false,
  remindedBefore: true,
  isLast: false,
  offersCancellation: false,
  copyToMerchant: false,
  total: "121.92",
  claim,
}
const today = "2025-12-03"
const now = (changes: Partial<Demand>) => isDemandStale(written, { ...written, ...changes }, today)

describe("isDemandStale", () => {
  it("lets a mail go that is a few days late: interest has grown, and the customer has some days less", () => {
    expect(now({})).toBe(false)
    expect(now({ payableUntil: "2025-12-13", total: "121.98", claim: { ...claim, interest: "0.48" } })).toBe(false)
    // Amounts are compared by value.
    expect(now({ claim: { ...claim, costs: "2.5" } })).toBe(false)
  })

  it("does not let one go whose date has passed", () => {
    expect(isDemandStale(written, written, "2025-12-10")).toBe(false)
    expect(isDemandStale(written, written, "2025-12-11")).toBe(true)
  })

  it.each<[string, Partial<Demand>]>([
    ["the friendly note before the due date came after it", { beforeDue: true }],
    ["the order fell due on another day, because it was sent", { dueDay: "2025-11-25" }],
    ["another step follows, or none any more", { isLast: true }],
    ["it says that the customer was reminded before, and no reminder was sent", { remindedBefore: false }],
    ["it offers to cancel", { offersCancellation: true }],
    ["there is another fee", { claim: { ...claim, costs: "5.00" } }],
    ["another sum is open", { claim: { ...claim, principal: "69.00" } }],
    ["there is another rate", { claim: { ...claim, interestPercent: "6.37" } }],
    ["no interest is asked any more", { claim: { ...claim, interestFrom: null, interestPercent: null } }],
    ["nothing but the open amount is asked any more", { claim: null }],
  ])("does not let one go when %s", (_, changes) => {
    expect(now(changes)).toBe(true)
  })

  it("takes a mail that does not say whether its customer was reminded before for one that says no", () => {
    const { remindedBefore: _, ...old } = written
    expect(isDemandStale(old, { ...written, remindedBefore: false }, today)).toBe(false)
    expect(isDemandStale(old, { ...written, remindedBefore: true }, today)).toBe(true)
  })

  it("sees a claim where there was none", () => {
    expect(isDemandStale({ ...written, claim: null }, written, today)).toBe(true)
  })
})
