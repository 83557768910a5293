import { describe, expect, it } from "vitest"
import { daysFrom, freeLevel, momentOf, movedStep, nextStep, planProblems } from "../../../admin/lib/dunning-steps"
import { isAmount, nextHalfYear } from "../../../admin/lib/dunning-problems"
import { freeCurrency } from "../../../admin/lib/free-currency"
import { stepsLogged } from "../../../admin/lib/steps-logged"
import { decimalShown, decimalTyped, wholeNumberTyped } from "../../../admin/lib/typed-number"
import type { AdminDunningStep } from "../../../src/api/settings-types"
import { shownDunning } from "../../../src/modules/order-mail/settings/shown-dunning"

const REMINDER: AdminDunningStep = {
  kind: "payment-reminder",
  level: 1,
  from: "due",
  days: 3,
  payable_within_days: 7,
  fees: [],
  interest: false,
  offers_cancellation: false,
  copy_to_merchant: false,
  wait_for_approval: false,
}

describe("a step that is added", () => {
  it("leaves a plan that can be saved, step by step, up to the most there may be", () => {
    const steps: AdminDunningStep[] = []
    while (steps.length < 9) steps.push(nextStep(steps))
    expect(planProblems("invoice", steps, null)).toEqual([])
    expect(steps.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it("follows payment information with a reminder, and a dunning letter with the next", () => {
    const info = { ...REMINDER, kind: "payment-info", level: 2, payable_within_days: null } as const
    expect(nextStep([info])).toMatchObject({ kind: "payment-reminder", level: 1, from: "previous" })
    expect(nextStep([REMINDER, { ...REMINDER, kind: "dunning" }])).toMatchObject({ kind: "dunning", level: 2 })
  })

  it("waits until what the step before gave has passed", () => {
    const patient = { ...REMINDER, payable_within_days: 30 }
    expect(planProblems("invoice", [patient, nextStep([patient])], null)).toEqual([])
  })
})

it("says what is wrong with a plan as the server does, a missing number included", () => {
  expect(planProblems("invoice", [{ ...REMINDER, days: NaN }], null)).toMatchObject([{ code: "days-out-of-range" }])
  expect(planProblems("prepayment", [], 0)).toMatchObject([{ code: "cancel-out-of-range", step: null }])
  expect(planProblems("prepayment", [], NaN)).toMatchObject([{ code: "cancel-out-of-range" }])
})

it("finds the first level that no other step of the kind has", () => {
  expect(freeLevel("dunning", [REMINDER])).toBe(1)
  expect(freeLevel("payment-reminder", [REMINDER, { ...REMINDER, level: 3 }])).toBe(2)
})

it("moves a step up and down", () => {
  const steps = [1, 2, 3].map((level) => ({ ...REMINDER, level }))
  const levels = (moved: AdminDunningStep[]) => moved.map(({ level }) => level)
  expect(levels(movedStep(steps, 2, -1))).toEqual([1, 3, 2])
  expect(levels(movedStep(steps, 0, 1))).toEqual([2, 1, 3])
})

describe("days before the due date are negative ones", () => {
  it.each([
    ["before-due", 3, { from: "due", days: -3 }],
    ["before-due", 0, { from: "due", days: 0 }],
    ["due", -3, { from: "due", days: 3 }],
    ["order", -3, { from: "order", days: 3 }],
    ["previous", 5, { from: "previous", days: 5 }],
  ] as const)("%s, %d", (moment, days, step) => {
    expect(daysFrom(moment, days)).toEqual(step)
  })

  it("and a day that is being typed stays before it", () => {
    expect(momentOf({ from: "due", days: -3 })).toBe("before-due")
    expect(momentOf({ from: "due", days: NaN }, true)).toBe("before-due")
    expect(momentOf({ from: "due", days: 0 }, true)).toBe("before-due")
    expect(momentOf({ from: "due", days: 0 })).toBe("due")
    expect(momentOf({ from: "due", days: 3 }, true)).toBe("due")
    expect(momentOf({ from: "order", days: NaN }, true)).toBe("order")
  })
})

describe("numbers as they are typed", () => {
  it("are whole numbers of at most three digits, or none yet", () => {
    expect(["", "a", "12a", "1234", "0"].map(wholeNumberTyped)).toEqual([NaN, NaN, 12, 123, 0])
  })

  it("have the decimal separator of the language, and a point where they are saved", () => {
    expect(decimalShown("2.5", "de")).toBe("2,5")
    expect(decimalShown("2.5", "en")).toBe("2.5")
    expect(["2,50", " 2.50 ", "-0,88"].map(decimalTyped)).toEqual(["2.50", "2.50", "-0.88"])
  })

  it("are amounts only when nothing else stands beside them", () => {
    expect(["5", "5.00", "1.234"].map(isAmount)).toEqual([true, true, true])
    expect(["", "5.", "-5", "5 EUR", "1.2345", "1e3"].map(isAmount)).toEqual(Array(6).fill(false))
  })
})

it("offers the half-year after the last base rate", () => {
  const rates = [{ from: "2026-01-01", percent: "1.27" }]
  expect(nextHalfYear(rates, "2026-11-22")).toBe("2026-07-01")
  expect(nextHalfYear([{ from: "2026-07-01", percent: "1" }], "2026-11-22")).toBe("2027-01-01")
})

it("finds a currency that a list has not yet", () => {
  expect(freeCurrency(["CHF", "EUR"], [])).toBe("EUR")
  expect(freeCurrency(["CHF", "EUR", "GBP"], [{ currency: "EUR" }])).toBe("CHF")
  expect(freeCurrency(["CHF"], [{ currency: "CHF" }])).toBeNull()
})

describe("steps in the log", () => {
  it("are read as the server has written them", () => {
    const steps = [REMINDER, { ...REMINDER, kind: "dunning" as const }]
    expect(stepsLogged(shownDunning(steps, "invoice_steps") ?? "")).toEqual(steps)
  })

  it.each(["", "nothing", '{"kind":"threat","fees":[]}', "null", "[]"])("are none in %j", (value) => {
    expect(stepsLogged(value)).toBeNull()
  })
})
