import { describe, expect, it } from "vitest"
import {
  accountCode,
  accountDraftOf,
  accountOf,
  accountProblem,
  hasAccountProblem,
  isForeignBic,
  withAccount,
  withoutAccount,
} from "../../../admin/lib/account-draft"
import type { AdminBankAccount } from "../../../src/api/settings-types"

const GERMAN: AdminBankAccount = {
  currency: null,
  account_holder: "Lindner GmbH",
  iban: "DE89370400440532013000",
  bic: "COBADEFFXXX",
  bank: "Commerzbank",
  address: null,
}
const SWISS: AdminBankAccount = {
  ...GERMAN,
  currency: "CHF",
  iban: "CH5604835012345678009",
  bic: null,
  address: { street: "Langstrasse", house_number: null, postal_code: "8004", city: "Zürich", country_code: "CH" },
}

describe("an account in the form", () => {
  it.each([GERMAN, SWISS])("comes out as it went in", (account) => {
    expect(accountOf(accountDraftOf(account))).toEqual(account)
  })

  it("is saved without what was typed around it", () => {
    const draft = accountDraftOf({ ...GERMAN, bic: "coba de ff", account_holder: " Lindner ", bank: " " })
    expect(accountOf({ ...draft, iban: "de89-3704 0044 0532 0130 00 " })).toEqual({
      ...GERMAN,
      account_holder: "Lindner",
      bic: "COBADEFF",
      bank: null,
    })
  })

  it("has an address where a QR-bill states it alone", () => {
    const draft = accountDraftOf(SWISS)
    expect(accountOf({ ...draft, iban: GERMAN.iban }).address).toBeNull()
    // The country is filled in by the form.
    expect(accountOf({ ...draft, street: "", postal_code: "", city: " " }).address).toBeNull()
  })

  it.each([
    ["account_holder", { account_holder: " " }, "missing"],
    ["account_holder", { account_holder: "x".repeat(71) }, "tooLong"],
    ["account_holder", { account_holder: "Käse 😀" }, "notInQrBill"],
    ["street", { street: "" }, "missing"],
    ["house_number", { house_number: "" }, null],
    ["house_number", { house_number: "1".repeat(17) }, "tooLong"],
    ["postal_code", { postal_code: "" }, "missing"],
    ["city", { city: "x".repeat(36) }, "tooLong"],
    ["country_code", { country_code: "" }, "missing"],
    ["currency", { currency: "" }, "currencyTaken"],
    ["currency", { currency: "CHF" }, null],
    ["bank", { bank: "" }, null],
  ] as const)("says of %s in %j: %s", (field, changes, problem) => {
    const draft = { ...accountDraftOf(SWISS), ...changes }
    expect(accountProblem(field, draft, [GERMAN])).toBe(problem)
    expect(hasAccountProblem(draft, [GERMAN])).toBe(problem !== null)
  })

  it.each([{ iban: "" }, { iban: "DE88370400440532013000" }, { bic: "COBADE" }])(
    "cannot be saved with %j",
    (changes) => {
      expect(hasAccountProblem({ ...accountDraftOf(GERMAN), ...changes }, [])).toBe(true)
    },
  )

  it("is asked about when its bank is elsewhere, and only once both numbers are right", () => {
    const draft = accountDraftOf(GERMAN)
    expect(isForeignBic(draft)).toBe(false)
    expect(isForeignBic({ ...draft, bic: "BKAUATWW" })).toBe(true)
    expect(isForeignBic({ ...draft, bic: "BKAUAT" })).toBe(false)
    expect(isForeignBic({ ...draft, bic: "BKAUATWW", iban: "DE" })).toBe(false)
    expect(isForeignBic({ ...draft, bic: "" })).toBe(false)
  })
})

it.each([
  [GERMAN, "epc"],
  [{ ...GERMAN, currency: "EUR" }, "epc"],
  [{ ...GERMAN, currency: "GBP" }, "none"],
  [{ ...GERMAN, iban: "AE070331234567890123456" }, "none"],
  [SWISS, "swiss"],
  [{ ...SWISS, currency: "EUR" }, "swiss"],
  [{ ...SWISS, currency: "USD" }, "none"],
  [{ ...SWISS, address: null }, "swissWithoutAddress"],
  [{ ...SWISS, address: null, currency: "EUR", bic: "UBSWCHZH80A" }, "epc"],
  [{ ...SWISS, address: null, currency: "EUR", bic: null }, "swissWithoutAddress"],
  [
    { ...SWISS, address: null, currency: "EUR", bic: "UBSWCHZH80A", iban: "CH4431999123000889012" },
    "swissWithoutAddress",
  ],
  [{ ...GERMAN, iban: "GB29NWBK60161331926819", bic: null }, "epcWithoutBic"],
  [{ ...GERMAN, iban: "GB29NWBK60161331926819", bic: "NWBKGB2L" }, "epc"],
] as const)("knows the code of an account", (account, code) => {
  expect(accountCode(account as AdminBankAccount)).toBe(code)
})

it("puts an account into the list, in its place or at the end, and takes it out again", () => {
  expect(withAccount([GERMAN], 0, SWISS)).toEqual([SWISS])
  expect(withAccount([GERMAN], 1, SWISS)).toEqual([GERMAN, SWISS])
  expect(withoutAccount([GERMAN, SWISS], 0)).toEqual([SWISS])
})
