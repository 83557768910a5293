import { describe, expect, it } from "vitest"
import { DEFAULT_PLANS } from "../../../src/dunning/default-plans"
import { type ClaimTerms, demandFor, type OwedByOrder } from "../../../src/dunning/demand"
import type { DunningPlan, DunningStep } from "../../../src/dunning/dunning-plan"
import type { StepRecord } from "../../../src/dunning/step-history"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { caseOf, ORDER, record } from "./cases"

const TERMS: ClaimTerms = {
  businessCustomers: "company",
  flatFee: true,
  baseRates: [{ from: "2026-07-01", percent: "1.27" }],
}

const sample = sampleOrder()
const ADDRESS = { ...sample.billing_address!, company: null, country_code: "de" }

function owed(changed: Partial<OwedByOrder> = {}): OwedByOrder {
  return {
    currency_code: "eur",
    totals: { ...sample.totals, total: "1000.00", open: "1000.00", paid: "0.00" },
    captures: [],
    billing_address: ADDRESS,
    shipping_address: null,
    ...changed,
  }
}

const FEE: DunningStep["fees"] = [{ currency: "EUR", consumer: "2.50", business: "5.00" }]

const INVOICE: DunningPlan = {
  ...DEFAULT_PLANS.invoice,
  steps: DEFAULT_PLANS.invoice.steps.map((step) =>
    step.kind === "dunning" ? { ...step, interest: true, fees: FEE } : step,
  ),
}

/** Delivered on 2 November, due on 9 November 2026, reminded on 16 November. */
const REMINDED = caseOf({
  plan: INVOICE,
  order: { ...ORDER, open: "1000.00", fulfilledAt: new Date("2026-11-02T12:00:00Z") },
  history: [record("payment-reminder:1", "2026-11-16T09:00:00Z", { payableUntil: "2026-11-23" })],
})

const at = (day: string) => new Date(`${day}T09:00:00Z`)
const step = (plan: DunningPlan, name: string) => plan.steps.find(({ kind, level }) => `${kind}:${level}` === name)!

describe("what a step asks for", () => {
  it("is the open amount before the due date, until the due date where the step gives less time", () => {
    const prepaid = caseOf({ order: { ...ORDER, dueDay: "2026-11-16" } })
    expect(demandFor(step(prepaid.plan, "payment-info:1"), prepaid, owed(), TERMS, at("2026-11-09"))).toEqual({
      level: 1,
      attempt: 1,
      dueDay: "2026-11-16",
      payableUntil: "2026-11-16",
      beforeDue: true,
      remindedBefore: false,
      isLast: false,
      offersCancellation: false,
      copyToMerchant: false,
      total: "1000.00",
      claim: null,
    })
  })

  it("states the date that applies already where the step gives no days, and never one that is over", () => {
    const settings = caseOf({}).settings
    const prepaid = caseOf({
      order: { ...ORDER, dueDay: "2026-11-16" },
      settings: { ...settings, payableWithinDays: 7 },
    })
    const again = { ...step(prepaid.plan, "payment-info:1"), payableWithinDays: null }
    const untilOn = (day: string) => demandFor(again, prepaid, owed(), TERMS, at(day)).payableUntil
    expect(untilOn("2026-11-15")).toBe("2026-11-16")
    expect(untilOn("2026-11-16")).toBe("2026-11-23")
    expect(untilOn("2026-11-20")).toBe("2026-11-27")
  })

  it("is the open amount in the first reminder after it: only that causes default", () => {
    const fresh = { ...REMINDED, history: [] }
    const demand = demandFor(step(INVOICE, "payment-reminder:1"), fresh, owed(), TERMS, at("2026-11-16"))
    expect(demand).toMatchObject({ beforeDue: false, total: "1000.00", claim: null, payableUntil: "2026-11-23" })
  })

  /**
   * By hand, section 288 (1) BGB: 1.27 % base rate and 5 points are 6.27 % a year, from the day after the reminder
   * (17 November) until 24 November 2026: 8 days. 1000 × 6.27 % × 8 / 365 = 1.3742…
   */
  it("has interest and the step's fee for a consumer in default", () => {
    expect(demandFor(step(INVOICE, "dunning:1"), REMINDED, owed(), TERMS, at("2026-11-24"))).toMatchObject({
      payableUntil: "2026-12-01",
      isLast: false,
      total: "1003.87",
      claim: {
        principal: "1000.00",
        interest: "1.37",
        costs: "2.50",
        interestFrom: "2026-11-17",
        interestPercent: "6.27",
        payments: [],
      },
    })
  })

  /** By hand, section 288 (2) and (5): 10.27 % × 8 / 365 of 1000 are 2.2509…; EUR 40, in which the fee of EUR 5 is contained. */
  it("has nine points and the flat fee for a business", () => {
    const business = owed({ billing_address: { ...ADDRESS, company: "Lindner GmbH" } })
    expect(demandFor(step(INVOICE, "dunning:1"), REMINDED, business, TERMS, at("2026-11-24"))).toMatchObject({
      total: "1042.25",
      claim: { principal: "1000.00", interest: "2.25", costs: "40.00", interestPercent: "10.27" },
    })
    const nobody = { ...TERMS, businessCustomers: "none" } as const
    expect(demandFor(step(INVOICE, "dunning:1"), REMINDED, business, nobody, at("2026-11-24")).total).toBe("1003.87")
  })

  /**
   * By hand, section 367 (1) BGB: dunning 1 on 24 November cost EUR 2.50. EUR 500 on 27 November pay 2.50 and eleven days'
   * interest, 1000 × 6.27 % × 11 / 365 = 1.8896…, so 1.89, and 495.61 of the principal: 504.39 are left. Until 4 December
   * seven more days: 504.39 × 6.27 % × 7 / 365 = 0.6065…; all together 2.4961…, so 2.50 less the 1.89 paid: 0.61. With the
   * second letter's 2.50 it makes 507.50.
   */
  it("credits a part payment to costs first, then to interest, and shows how", () => {
    const history = [...REMINDED.history, record("dunning:1", "2026-11-24T09:00:00Z", { payableUntil: "2026-12-01" })]
    const paid = owed({
      totals: { ...sample.totals, total: "1000.00", open: "500.00", paid: "500.00" },
      captures: [{ id: "capt_1", amount: "500.00", at: "2026-11-27T10:00:00.000Z" }],
    })
    const demand = demandFor(step(INVOICE, "dunning:2"), { ...REMINDED, history }, paid, TERMS, at("2026-12-04"))
    expect(demand).toMatchObject({
      isLast: true,
      total: "507.50",
      claim: {
        principal: "504.39",
        interest: "0.61",
        costs: "2.50",
        payments: [{ day: "2026-11-27", amount: "500.00", costs: "2.50", interest: "1.89", principal: "495.61" }],
      },
    })
  })

  it("is nothing but the open amount where the country's law is in no profile", () => {
    const abroad = owed({ billing_address: { ...ADDRESS, country_code: "fr" } })
    expect(demandFor(step(INVOICE, "dunning:1"), REMINDED, abroad, TERMS, at("2026-11-24"))).toMatchObject({
      total: "1000.00",
      claim: null,
    })
  })

  it.each<[string, boolean, StepRecord[]]>([
    ["nothing was sent", false, []],
    ["a reminder was sent", true, [record("payment-reminder:1", "2026-11-16T09:00:00Z")]],
    ["a dunning letter was sent", true, [record("dunning:1", "2026-11-16T09:00:00Z")]],
    [
      "the first reminder was skipped",
      false,
      [record("payment-reminder:1", "2026-11-16T09:00:00Z", { state: "passed-over" })],
    ],
    ["it was taken back", false, [record("payment-reminder:1", "2026-11-16T09:00:00Z", { state: "withdrawn" })]],
    ["it did not arrive", false, [record("payment-reminder:1", "2026-11-16T09:00:00Z", { state: "undelivered" })]],
    ["only the bank details were sent again", false, [record("payment-info:1", "2026-11-16T09:00:00Z")]],
    // Half past eleven in the evening of the due date, in Berlin.
    ["a friendly note was sent before it was late", false, [record("payment-reminder:1", "2026-11-09T22:30:00Z")]],
    ["it was sent as soon as the due date was over", true, [record("payment-reminder:1", "2026-11-09T23:30:00Z")]],
  ])("knows whether the customer was reminded before: %s", (_, remindedBefore, history) => {
    const demand = demandFor(step(INVOICE, "dunning:1"), { ...REMINDED, history }, owed(), TERMS, at("2026-11-24"))
    expect(demand).toMatchObject({ dueDay: "2026-11-09", remindedBefore })
  })

  it("counts its attempts", () => {
    const withdrawn = record("dunning:1", "2026-11-24T09:00:00Z", { state: "withdrawn" })
    const file = { ...REMINDED, history: [...REMINDED.history, withdrawn] }
    expect(demandFor(step(INVOICE, "dunning:1"), file, owed(), TERMS, at("2026-11-25")).attempt).toBe(2)
  })
})
