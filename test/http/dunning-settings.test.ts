import { afterEach, beforeAll, describe, expect, it } from "vitest"
import type { AdminSettingsLogResponse } from "../../src/api/sender-settings-types"
import type { AdminSettingsFile, AdminSettingsFileResponse } from "../../src/api/settings-file-types"
import type { AdminDunningFields, AdminDunningStep, AdminHolidayRegionsResponse } from "../../src/api/settings-types"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, type ShopClient } from "../helpers/shop"

const DUNNING = "/admin/order-mails/settings/dunning"
const FILE = "/admin/order-mails/settings-file"

let shop: ShopClient
let b2b: string
let ofShop: ReturnType<typeof sectionSettings<"dunning">>
let ofStore: ReturnType<typeof sectionSettings<"dunning">>

beforeAll(async () => {
  shop = await shopClient()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
  ofShop = sectionSettings(shop, "dunning", b2b)
  ofStore = sectionSettings(shop, "dunning", null)
})
afterEach(async () => {
  await ofShop.inheritAll()
  await ofStore.inheritAll()
})

const REMINDER: AdminDunningStep = {
  kind: "payment-reminder",
  level: 1,
  from: "due",
  days: 5,
  payable_within_days: 10,
  fees: [],
  interest: false,
  offers_cancellation: false,
  copy_to_merchant: false,
  wait_for_approval: false,
}
const LETTER: AdminDunningStep = {
  ...REMINDER,
  kind: "dunning",
  from: "previous",
  days: 14,
  fees: [{ currency: "EUR", consumer: "0", business: "5.00" }],
  interest: true,
  copy_to_merchant: true,
  wait_for_approval: true,
}

const FIELDS: Partial<AdminDunningFields> = {
  prepayment_active: false,
  prepayment_steps: [{ ...REMINDER, from: "order" }],
  prepayment_cancel_after_days: 40,
  invoice_active: false,
  invoice_steps: [REMINDER, LETTER],
  not_before: "2026-01-01",
  minimum_distance_days: 5,
  minimum_amounts: [{ currency: "EUR", amount: "4.99" }],
  sending_weekdays: [1, 2, 3, 4, 5, 6],
  sending_from_hour: 9,
  sending_until_hour: 17,
  holiday_country: "AT",
  holiday_state: "BY",
  business_customers: "company",
  flat_fee: true,
  base_rates: [{ from: "2026-07-01", percent: "1.52" }],
}

describe("every field of the reminders", () => {
  it.each(Object.entries(FIELDS) as [keyof AdminDunningFields, never][])(
    "%s is inherited as it is shipped, then from the store, and the shop's own value wins",
    async (field, value) => {
      const { value: shipped, origin } = (await ofShop.read()).fields[field]
      expect(origin).toBe("options")
      await ofStore.save({ [field]: value })
      expect((await ofShop.read()).fields[field]).toMatchObject({ value, origin: "store" })
      await ofShop.save({ [field]: shipped })
      expect((await ofShop.read()).fields[field]).toEqual({
        value: shipped,
        origin: "shop",
        inherited: { value, origin: "store" },
      })
      await ofShop.inherit(field)
      expect((await ofShop.read()).fields[field]).toMatchObject({ value, origin: "store" })
    },
  )

  it("begin with plans that cost nothing and cancel nothing, and the holidays of the country where the bank is", async () => {
    const { fields } = await ofStore.read()
    const steps = [...fields.prepayment_steps.value, ...fields.invoice_steps.value]
    expect(steps).toHaveLength(6)
    expect(steps.filter((step) => step.fees.length > 0 || step.interest)).toEqual([])
    expect(fields.prepayment_cancel_after_days.value).toBeNull()
    expect(fields.holiday_country.value).toBe("DE")
  })

  it("are noted in the log with who changed what, the steps as data", async () => {
    await ofShop.save({ invoice_steps: [REMINDER, LETTER], minimum_amounts: FIELDS.minimum_amounts! })
    const { changes } = await shop.api.get<AdminSettingsLogResponse>(`${DUNNING}/log`, { shop_id: b2b, limit: 2 })
    const logged = Object.fromEntries(changes.map((change) => [change.field, change]))
    expect(logged.minimum_amounts).toMatchObject({ was: null, is: "EUR 4.99", user_email: shop.admin.email })
    const lines = logged.invoice_steps!.is!.split("\n").map((line) => JSON.parse(line) as AdminDunningStep)
    expect(lines).toEqual([REMINDER, LETTER])
  })
})

describe("what cannot be is refused with the field, what is wrong and the way out", () => {
  it.each<[Partial<AdminDunningFields>, RegExp]>([
    [
      { invoice_steps: [{ ...LETTER, from: "due", kind: "payment-reminder", interest: false }] },
      /invoice_steps: step 1, fees: The first reminder may cost nothing.*§§ 280 \(2\), 286 \(1\) BGB.*later step/,
    ],
    [{ invoice_steps: [LETTER] }, /invoice_steps: step 1, counted from: The first step has none before it/],
    [{ prepayment_cancel_after_days: 10 }, /prepayment_cancel_after_days: .* choose a later day/],
    [{ sending_from_hour: 20 }, /sending_until_hour: Sending cannot end at 18 h when it begins at 20 h/],
    [{ holiday_state: "ZZ" }, /holiday_state: holidays of DE have no state ZZ; choose one of .*BY/],
    [{ base_rates: [{ from: "2026-03-01", percent: "1" }] }, /base_rates: .*take 1 January or 1 July/],
    [{ minimum_amounts: [{ currency: "EUR", amount: "1e9" }] }, /minimum_amounts\.0\.amount: takes an amount/],
    [{ invoice_steps: Array<AdminDunningStep>(11).fill(REMINDER) }, /invoice_steps: takes at most 10 steps/],
  ])("%j", async (set, words) => {
    const { version } = await ofShop.read()
    await expect(ofShop.save(set)).rejects.toThrow(words)
    expect((await ofShop.read()).version).toBe(version)
  })

  it("also where two levels together would be wrong", async () => {
    await ofStore.save({ prepayment_cancel_after_days: 20 })
    const late = [{ ...REMINDER, from: "order" as const, days: 25 }]
    await expect(ofShop.save({ prepayment_steps: late })).rejects.toThrow(/prepayment_cancel_after_days: .*later day/)
    await ofShop.save({ prepayment_steps: late, prepayment_cancel_after_days: null })
  })
})

it("lists whose public holidays are known, and the states in the language asked for", async () => {
  const regions = async (language?: string) =>
    (
      await shop.api.get<AdminHolidayRegionsResponse>(
        "/admin/order-mails/holiday-regions",
        language ? { language } : {},
      )
    ).holiday_regions
  const ofCountry = (list: Awaited<ReturnType<typeof regions>>, code: string) =>
    list.find(({ country_code }) => country_code === code)
  expect(ofCountry(await regions("de"), "DE")?.states).toContainEqual({ code: "BY", name: "Bayern" })
  expect(ofCountry(await regions("de"), "AT")?.states).toContainEqual({ code: "9", name: "Wien" })
  expect(ofCountry(await regions(), "PL")).toEqual({ country_code: "PL", states: [] })
  expect((await regions("<b>")).length).toBeGreaterThan(100)
})

it("plans are exported, and come back with an import once the differences were seen", async () => {
  await ofShop.save({ invoice_steps: [REMINDER, LETTER], business_customers: "company" })
  const file = await shop.api.get<AdminSettingsFile>(FILE)
  const exported = file.levels.find((level) => level.shop?.id === b2b)!.sections.dunning
  expect(exported).toEqual({ invoice_steps: [REMINDER, LETTER], business_customers: "company" })

  await ofShop.inheritAll()
  const seen = await shop.api.post<AdminSettingsFileResponse>(FILE, { file })
  expect(seen).toMatchObject({ applied: false, problems: [] })
  expect(seen.changes.filter(({ section }) => section === "dunning").map(({ field }) => field)).toEqual([
    "invoice_steps",
    "business_customers",
  ])
  await shop.api.post(FILE, { file, apply: true, token: seen.token })
  expect((await ofShop.read()).fields.invoice_steps).toMatchObject({ value: [REMINDER, LETTER], origin: "shop" })

  Object.assign(exported!, { invoice_steps: [LETTER] })
  const refused = await shop.api.post<AdminSettingsFileResponse>(FILE, { file })
  expect(refused.problems.map(({ words }) => words).join()).toMatch(/The first step has none before it/)
})
