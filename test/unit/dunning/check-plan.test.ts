import { describe, expect, it } from "vitest"
import { checkPlan, PLAN_PROBLEM_CODES } from "../../../src/dunning/check-plan"
import { DEFAULT_PLANS } from "../../../src/dunning/default-plans"
import { type DunningPlan, type DunningStep, PLAN_TYPES, type StepFee } from "../../../src/dunning/dunning-plan"

const STEP: DunningStep = {
  kind: "payment-reminder",
  level: 1,
  from: "due",
  days: 3,
  payableWithinDays: null,
  fees: [],
  interest: false,
  offersCancellation: false,
  copyToMerchant: false,
  waitForApproval: false,
}
const FEE: StepFee = { currency: "EUR", consumer: "0", business: "5.00" }
const reminder = (changed: Partial<DunningStep> = {}): DunningStep => ({ ...STEP, ...changed })
const dunning = (changed: Partial<DunningStep> = {}): DunningStep => ({
  ...STEP,
  kind: "dunning",
  days: 14,
  ...changed,
})
const plan = (steps: DunningStep[], changed: Partial<DunningPlan> = {}): DunningPlan => ({
  type: "invoice",
  steps,
  cancelAfterDays: null,
  ...changed,
})

describe("the plans everyone starts with", () => {
  it.each(PLAN_TYPES)("%s has nothing wrong, and costs nothing", (type) => {
    expect(DEFAULT_PLANS[type].type).toBe(type)
    expect(checkPlan(DEFAULT_PLANS[type])).toEqual([])
    expect(DEFAULT_PLANS[type].steps.some(({ fees, interest }) => fees.length > 0 || interest)).toBe(false)
    expect(DEFAULT_PLANS[type].cancelAfterDays).toBeNull()
  })

  it("has the steps the project decided on", () => {
    const steps = (type: "prepayment" | "invoice"): unknown[] =>
      DEFAULT_PLANS[type].steps.map(({ kind, level, from, days }) => [kind, level, from, days])
    expect(steps("prepayment")).toEqual([
      ["payment-info", 1, "order", 5],
      ["payment-reminder", 1, "order", 10],
      ["payment-reminder", 2, "order", 17],
    ])
    expect(steps("invoice")).toEqual([
      ["payment-reminder", 1, "due", 3],
      ["dunning", 1, "due", 14],
      ["dunning", 2, "due", 24],
    ])
  })
})

describe("checkPlan", () => {
  const REFUSED: [string, DunningPlan, (string | number | null)[][]][] = [
    ["no step at all", plan([]), []],
    [
      "a friendly note, a reminder, a letter with fee and interest",
      plan([reminder({ days: -3 }), reminder({ level: 2 }), dunning({ fees: [FEE], interest: true })]),
      [],
    ],
    ["a fee on the first reminder", plan([reminder({ fees: [FEE] })]), [[0, "fees", "fee-on-first-reminder"]]],
    [
      "a fee on a first step that is a letter",
      plan([dunning({ fees: [FEE] })]),
      [[0, "fees", "fee-on-first-reminder"]],
    ],
    ["a fee of 0 is none", plan([reminder({ fees: [{ ...FEE, business: "0.00" }] })]), []],
    [
      "a fee on the reminder after a friendly note",
      plan([reminder({ days: -3 }), reminder({ level: 2, fees: [FEE] })]),
      [[1, "fees", "fee-on-first-reminder"]],
    ],
    ["a fee before due", plan([reminder({ days: 0, fees: [FEE] })]), [[0, "fees", "fee-before-due"]]],
    [
      "a fee on payment info",
      plan([reminder({ kind: "payment-info", fees: [FEE] })]),
      [[0, "fees", "fee-on-payment-info"]],
    ],
    [
      "interest on the first reminder",
      plan([reminder({ interest: true })]),
      [[0, "interest", "interest-before-default"]],
    ],
    ["levels that stay", plan([reminder(), reminder({ days: 10 })]), [[1, "level", "not-rising"]]],
    ["levels that fall", plan([dunning({ level: 2 }), dunning({ days: 20 })]), [[1, "level", "not-rising"]]],
    ["a reminder after a letter", plan([dunning(), reminder({ level: 2, days: 20 })]), [[1, "level", "not-rising"]]],
    ["level 0", plan([reminder({ level: 0 })]), [[0, "level", "level-out-of-range"]]],
    ["level 1.5", plan([reminder({ level: 1.5 })]), [[0, "level", "level-out-of-range"]]],
    ["days out of order", plan([reminder({ days: 14 }), dunning({ days: 10 })]), [[1, "days", "same-day-as-before"]]],
    ["two on one day", plan([reminder({ days: 14 }), dunning()]), [[1, "days", "same-day-as-before"]]],
    [
      "the day of the step before",
      plan([reminder(), dunning({ from: "previous", days: 0 })]),
      [[1, "days", "same-day-as-before"]],
    ],
    ["first step after the one before", plan([reminder({ from: "previous" })]), [[0, "from", "no-step-before"]]],
    ["negative after the order", plan([reminder({ from: "order", days: -1 })]), [[0, "days", "negative-days"]]],
    ["half a day", plan([reminder({ days: 0.5 })]), [[0, "days", "days-out-of-range"]]],
    ["two years", plan([reminder({ days: 730 })]), [[0, "days", "days-out-of-range"]]],
    ["a note long before due", plan([reminder({ days: -31 })]), [[0, "days", "too-early"]]],
    ["a letter on the due date", plan([dunning({ days: 0 })]), [[0, "days", "dunning-before-due"]]],
    ["no time to pay", plan([reminder({ payableWithinDays: 0 })]), [[0, "payableWithinDays", "payable-out-of-range"]]],
    [
      "time to pay beyond the next step",
      plan([reminder({ payableWithinDays: 11 }), dunning()]),
      [[1, "days", "payable-overlaps"]],
    ],
    ["time to pay until the day before", plan([reminder({ payableWithinDays: 10 }), dunning()]), []],
    [
      "time beyond a step after it",
      plan([reminder({ payableWithinDays: 7 }), dunning({ from: "previous", days: 7 })]),
      [[1, "days", "payable-overlaps"]],
    ],
    [
      "other anchors are compared for each order",
      plan([reminder({ from: "order", days: 30 }), dunning({ days: 1 })]),
      [],
    ],
    [
      "a fee below 0",
      plan([reminder(), dunning({ fees: [{ ...FEE, consumer: "-1" }] })]),
      [[1, "fees", "fee-invalid"]],
    ],
    [
      "a fee with a comma",
      plan([reminder(), dunning({ fees: [{ ...FEE, consumer: "2,50" }] })]),
      [[1, "fees", "fee-invalid"]],
    ],
    [
      "a fee of 1000.01",
      plan([reminder(), dunning({ fees: [{ ...FEE, business: "1000.01" }] })]),
      [[1, "fees", "fee-invalid"]],
    ],
    [
      "a fee in eur",
      plan([reminder(), dunning({ fees: [{ ...FEE, currency: "eur" }] })]),
      [[1, "fees", "fee-invalid"]],
    ],
    ["two fees in EUR", plan([reminder(), dunning({ fees: [FEE, FEE] })]), [[1, "fees", "fee-currency-twice"]]],
    [
      "canceling what was delivered",
      plan([], { cancelAfterDays: 30 }),
      [[null, "cancelAfterDays", "cancel-delivered"]],
    ],
    [
      "canceling after 0 days",
      plan([], { type: "prepayment", cancelAfterDays: 0 }),
      [[null, "cancelAfterDays", "cancel-out-of-range"]],
    ],
    [
      "canceling before the last step",
      { ...DEFAULT_PLANS.prepayment, cancelAfterDays: 17 },
      [[null, "cancelAfterDays", "cancel-too-early"]],
    ],
    ["canceling after it", { ...DEFAULT_PLANS.prepayment, cancelAfterDays: 28 }, []],
    [
      "eleven steps",
      plan([
        ...Array.from({ length: 9 }, (_, index) => reminder({ level: index + 1, days: index + 1 })),
        dunning(),
        dunning({ level: 2, days: 20 }),
      ]),
      [[null, "steps", "too-many-steps"]],
    ],
  ]

  it.each(REFUSED)("%s", (_what, given, expected) => {
    expect(checkPlan(given).map(({ step, field, code }) => [step, field, code])).toEqual(expected)
  })

  it("has a case above for every problem there is", () => {
    const seen = new Set(REFUSED.flatMap(([, , problems]) => problems.map(([, , code]) => code)))
    expect([...seen].sort()).toEqual([...PLAN_PROBLEM_CODES].sort())
  })

  it("gives the reason in law for a fee on the first reminder", () => {
    expect(checkPlan(plan([reminder({ fees: [FEE] })]))[0]?.message).toMatch(/§§ 280 \(2\), 286 \(1\) BGB/)
  })
})
