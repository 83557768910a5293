import { describe, expect, it } from "vitest"
import { parseOptions } from "../../../src/modules/order-mail/options"
import { changeSection } from "../../../src/modules/order-mail/settings/change-section"
import {
  dunningSection,
  plansOf,
  type DunningFields,
  type SavedStep,
} from "../../../src/modules/order-mail/settings/dunning-section"
import { readSectionInput } from "../../../src/modules/order-mail/settings/read-input"
import { SettingRefused } from "../../../src/modules/order-mail/settings/section-definition"
import { DEFAULT_PLANS } from "../../../src/dunning/default-plans"

const optionsWith = (iban: string) =>
  parseOptions({
    secret: "x".repeat(32),
    shop: { name: "Lindner", url: "https://lindner.example" },
    sender: { address: "orders@lindner.example" },
    bankTransfer: { accountHolder: "Lindner GmbH", iban },
  })
const BASE = dunningSection.base(optionsWith("DE89370400440532013000"))

const REMINDER: SavedStep = {
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
const DUNNING: SavedStep = { ...REMINDER, kind: "dunning", from: "previous", days: 8 }
const FEE = { currency: "EUR", consumer: "0", business: "2.50" }

const read = (typed: Record<string, unknown>): Partial<DunningFields> => readSectionInput(dunningSection, typed)
/** Reads what is typed and looks at it with everything else that would apply. */
const save = (typed: Record<string, unknown>) => dunningSection.check?.({ ...BASE, ...read(typed) })

/** What is said when something cannot be saved. */
function refusal(typed: Record<string, unknown>): string {
  try {
    save(typed)
  } catch (error) {
    if (error instanceof SettingRefused) return error.message
    throw error
  }
  throw new Error("It was taken.")
}

describe("what applies before anybody has set anything", () => {
  it("is the plans that are shipped, without fees, interest or automatic cancellation", () => {
    expect(plansOf(BASE)).toEqual(DEFAULT_PLANS)
    expect([...BASE.prepayment_steps, ...BASE.invoice_steps].filter((step) => step.fees.length > 0)).toEqual([])
    expect([...BASE.prepayment_steps, ...BASE.invoice_steps].filter((step) => step.interest)).toEqual([])
    expect(BASE).toMatchObject({ prepayment_cancel_after_days: null, flat_fee: false, business_customers: "none" })
  })

  it("could be saved as it is", () => {
    expect(Object.keys(BASE).sort()).toEqual([...dunningSection.fields].sort())
    expect(read({ ...BASE })).toEqual(BASE)
    expect(() => save({ ...BASE })).not.toThrow()
  })

  it.each([
    ["DE89370400440532013000", "DE"],
    ["AT611904300234573201", "AT"],
    ["CH5604835012345678009", "CH"],
    ["KW81CBKU0000000000001234560101", null],
  ])("keeps to the public holidays of the country where the bank is: %s -> %s", (iban, country) => {
    expect(dunningSection.base(optionsWith(iban)).holiday_country).toBe(country)
  })
})

describe("what is typed is taken", () => {
  it.each<[Partial<DunningFields>, Partial<DunningFields>?]>([
    [{ invoice_steps: [] }],
    [{ invoice_steps: [REMINDER, { ...DUNNING, fees: [FEE], interest: true }] }],
    [{ invoice_steps: [{ ...REMINDER, kind: "payment-info", days: -3, payable_within_days: null }, REMINDER] }],
    [{ prepayment_cancel_after_days: 30 }],
    [{ prepayment_cancel_after_days: null }],
    [{ not_before: "2028-02-29" }],
    [{ minimum_amounts: [FEE].map(({ currency }) => ({ currency, amount: "4.99" })) }],
    [{ sending_weekdays: [6, 1, 6] }, { sending_weekdays: [1, 6] }],
    [{ sending_from_hour: 0, sending_until_hour: 24 }],
    [{ holiday_country: "AT", holiday_state: "9" }],
    [{ holiday_country: null }],
    [{ base_rates: [{ from: "2026-07-01", percent: "-0.88" }] }],
  ])("%j", (typed, saved = typed) => {
    expect(read(typed)).toEqual(saved)
    expect(() => save(typed)).not.toThrow()
  })
})

describe("what cannot be is refused in words, with the field and the way out", () => {
  it.each<[Record<string, unknown>, RegExp]>([
    [{ prepayment_active: "yes" }, /^prepayment_active: takes true or false$/],
    [{ invoice_steps: [{ ...REMINDER, kind: "threat" }] }, /^invoice_steps\.0\.kind: takes one of payment-info, /],
    [{ invoice_steps: [{ ...REMINDER, from: "now" }] }, /^invoice_steps\.0\.from: takes one of order, due, previous$/],
    [{ invoice_steps: [{ ...REMINDER, days: 1.5 }] }, /^invoice_steps\.0\.days: takes a whole number$/],
    [{ invoice_steps: Array(11).fill(REMINDER) }, /^invoice_steps: takes at most 10 steps$/],
    [{ invoice_steps: [DUNNING] }, /^invoice_steps: step 1, counted from: The first step has none before it/],
    [{ invoice_steps: [REMINDER, REMINDER] }, /^invoice_steps: step 2, level: Every step must be sterner/],
    [{ invoice_steps: [{ ...REMINDER, fees: [FEE] }] }, /^invoice_steps: step 1, fees: The first reminder may cost/],
    [{ invoice_steps: [{ ...REMINDER, interest: true }] }, /^invoice_steps: step 1, interest: Interest is owed from/],
    [{ invoice_steps: [{ ...REMINDER, level: 0 }] }, /^invoice_steps: step 1, level: A level is a whole number from 1/],
    [{ invoice_steps: [REMINDER, { ...DUNNING, days: 7 }] }, /^invoice_steps: step 2, days: .* shorten that time or/],
    [
      { invoice_steps: [{ ...REMINDER, payable_within_days: 91 }] },
      /^invoice_steps: step 1, payable within days: "Payable within" is a whole number of days from 1 to 90, or empty/,
    ],
    [
      { invoice_steps: [REMINDER, { ...DUNNING, fees: [{ ...FEE, consumer: "2,50" }] }] },
      /^invoice_steps\.1\.fees\.0\.consumer: takes an amount such as "2.50", with a point/,
    ],
    [
      { invoice_steps: [REMINDER, { ...DUNNING, fees: [{ ...FEE, business: "1000.01" }] }] },
      /A fee is an amount from 0/,
    ],
    [
      { invoice_steps: [REMINDER, { ...DUNNING, fees: [{ ...FEE, currency: "EUX" }] }] },
      /takes a currency such as EUR/,
    ],
    [{ invoice_steps: [REMINDER, { ...DUNNING, fees: [FEE, FEE] }] }, /step 2, fees: There is more than one fee for/],
    [{ invoice_steps: [{ ...REMINDER, subject: "Bcc: x" }] }, /^invoice_steps\.0: .*subject/],
    [{ prepayment_cancel_after_days: 0 }, /^prepayment_cancel_after_days: takes a whole number of days from 1 to 365$/],
    [
      { prepayment_cancel_after_days: 17 },
      /^prepayment_cancel_after_days: The order would be canceled before the last/,
    ],
    [{ not_before: "2026-02-30" }, /^not_before: takes a day such as 2026-12-31$/],
    [{ minimum_distance_days: 0 }, /^minimum_distance_days: takes a whole number of days from 1 to 60$/],
    [{ minimum_amounts: [{ currency: "EUR", amount: "-1" }] }, /^minimum_amounts\.0\.amount: takes an amount/],
    [
      { minimum_amounts: ["1", "2"].map((amount) => ({ currency: "EUR", amount })) },
      /^minimum_amounts\.1\.currency: there is another amount for EUR; keep one$/,
    ],
    [{ sending_weekdays: [] }, /^sending_weekdays: takes at least one weekday/],
    [{ sending_weekdays: [8] }, /^sending_weekdays\.0: takes a whole weekday from 1 to 7$/],
    [{ sending_from_hour: 24 }, /^sending_from_hour: takes a whole hour from 0 to 23$/],
    [{ sending_from_hour: 18 }, /^sending_until_hour: Sending cannot end at 18 h .* Choose a later end\.$/],
    [{ holiday_country: "de" }, /^holiday_country: takes a country whose holidays are known, such as DE$/],
    [
      { holiday_country: "AT", holiday_state: "BY" },
      /^holiday_state: holidays of AT have no state BY; choose one of 1/,
    ],
    [{ holiday_country: "PL", holiday_state: "BY" }, /^holiday_state: .* choose no state\.$/],
    [{ holiday_country: null, holiday_state: "BY" }, /^holiday_state: BY is a state of no country/],
    [{ business_customers: "all" }, /^business_customers: takes one of none, company$/],
    [{ base_rates: [] }, /^base_rates: The table has 1 to 200 base rates/],
    [{ base_rates: [{ from: "2026-02-01", percent: "1" }] }, /^base_rates: "2026-02-01" is no day on which/],
    [{ base_rates: [{ from: "2026-01-01", percent: "1,27" }] }, /^base_rates: "1,27" is no base rate; write percent/],
    [{ dunning_fee: "5" }, /^dunning_fee: there is no such setting in the section "dunning"$/],
  ])("%j", (typed, words) => {
    expect(refusal(typed)).toMatch(words)
  })

  it("names what is wrong with a step before what it makes of the cancellation", () => {
    const steps = [{ ...REMINDER, from: "order", days: -1 }]
    expect(refusal({ prepayment_steps: steps, prepayment_cancel_after_days: 1 })).toMatch(/^prepayment_steps: step 1/)
  })
})

describe("the log", () => {
  const logged = (was: Partial<DunningFields>, set: Partial<DunningFields>) =>
    changeSection(dunningSection, was, { set, inherit: [] }).notes.map((note) => [note.was, note.is])

  it.each<[Partial<DunningFields>, string | null]>([
    [{ sending_weekdays: [1, 2] }, "1, 2"],
    [
      {
        minimum_amounts: [
          { amount: "5.00", currency: "EUR" },
          { amount: "3", currency: "CHF" },
        ],
      },
      "EUR 5.00\nCHF 3",
    ],
    [{ base_rates: [{ from: "2026-01-01", percent: "1.27" }] }, "2026-01-01 1.27"],
    [{ invoice_active: false }, "false"],
    [{ holiday_state: null }, null],
    [{ minimum_amounts: [] }, ""],
  ])("has %j as %j", (set, shown) => {
    expect(logged({}, set)).toEqual([[null, shown]])
  })

  it("has a step as it is saved, one a line, whatever the order of its parts", () => {
    const [[, is]] = logged({}, { invoice_steps: [{ ...DUNNING, fees: [FEE] }, DUNNING] }) as [[null, string]]
    expect(is.split("\n").map((line) => JSON.parse(line) as unknown)).toEqual([{ ...DUNNING, fees: [FEE] }, DUNNING])
    const turned = Object.fromEntries(Object.entries(DUNNING).reverse()) as unknown as SavedStep
    expect(logged({ invoice_steps: [DUNNING] }, { invoice_steps: [turned] })).toEqual([])
    expect(dunningSection.shown([turned], "invoice_steps")).toBe(dunningSection.shown([DUNNING], "invoice_steps"))
  })
})
