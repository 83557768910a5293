import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { axeViolations } from "../helpers/axe"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, type ShopClient } from "../helpers/shop"
import { TEXTS } from "./admin-page"
import { hasSidewaysScroll, openForm, openSection, row } from "./settings-page"

const NARROW = { width: 420, height: 900 }
const WIDE = { width: 1440, height: 1000 }

let shop: ShopClient
let browser: Browser
let b2b: string

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
})
afterAll(() => browser?.close())

describe.each<AdminLanguage>(["en", "de"])("the settings of reminders in %s", (language) => {
  const texts = TEXTS[language]
  const { dunning, planProblems } = texts
  const point = language === "de" ? "," : "."
  let context: BrowserContext
  let page: Page
  const problems: string[] = []
  let ofShop: ReturnType<typeof sectionSettings<"dunning">>

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
    ofShop = sectionSettings(shop, "dunning", b2b)
  })
  beforeEach(() => ofShop.inheritAll())
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-dunning-settings-${language}-${task.id}`)
    await page.setViewportSize(WIDE)
    expect(problems.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await ofShop?.inheritAll()
    await context?.close()
  })

  const filled = (text: string, values: Record<string, string | number>) =>
    Object.entries(values).reduce((all, [name, value]) => all.replace(`{{${name}}}`, String(value)), text)
  const own = (form: Locator, name: string) =>
    form.getByRole("switch", { name: filled(texts.settingsForm.inheritNamed, { name }), exact: true }).click()
  const save = (form: Locator) => form.getByRole("button", { name: texts.actions.save }).click()
  const step = (form: Locator, number: number) => form.locator(`[data-step="${number}"]`)
  const choose = async (place: Locator, name: string, option: string) => {
    await place.getByRole("combobox", { name, exact: true }).click()
    await page.getByRole("option", { name: option, exact: true }).click()
  }
  const kindOf = (kind: "payment-reminder" | "dunning", level: number) =>
    filled(texts.kindWithLevel, { kind: texts.kinds[kind], level })

  it("shows what applies, wide and narrow, and warns that the base rate of today is missing", async () => {
    const section = await openSection(page, "dunning", b2b)
    const invoice = section.getByTestId("dunning-invoice")
    await row(invoice, "invoice_steps", "options").getByText(kindOf("dunning", 2), { exact: true }).waitFor()
    await row(invoice, "invoice_steps", "options")
      .getByText(filled(texts.stepMoments.due.days_other, { count: 24 }))
      .waitFor()
    await row(section, "prepayment_cancel_after_days", "options").getByText(dunning.neverCanceled).waitFor()
    const country = language === "de" ? "Deutschland" : "Germany"
    await row(section, "holiday_country", "options").getByText(country).waitFor()
    await section.getByTestId("base-rate-missing").waitFor()
    await section.getByTestId("dunning-law-notes").getByText(texts.lawNotes.noAdvice).waitFor()
    await screenshot(page, `${language}-dunning-settings`)
    expect(await axeViolations(page, '[data-testid="dunning-section"]')).toEqual([])
    await page.setViewportSize(NARROW)
    await screenshot(page, `${language}-dunning-settings-narrow`)
    expect(await axeViolations(page, '[data-testid="dunning-section"]')).toEqual([])
    expect(await hasSidewaysScroll(page)).toBe(false)
  })

  it("edits a plan: says at each step what is wrong with it, and saves what can be", async () => {
    const section = await openSection(page, "dunning", b2b)
    const form = await openForm(page, section.getByTestId("dunning-invoice"), texts)
    await own(form, texts.settingNames.invoice_steps)
    // A fee on the first reminder is refused with the reason.
    const first = step(form, 1)
    await first.getByRole("button", { name: dunning.addFee }).click()
    await first.getByRole("textbox", { name: texts.customerTypes.business }).fill(`2${point}50`)
    await first.getByText(planProblems["fee-on-first-reminder"]).waitFor()
    await save(form)
    await form.getByText(dunning.stepsWrong).first().waitFor()
    await screenshot(page, `${language}-dunning-plan-wrong`)
    expect((await ofShop.read()).fields.invoice_steps.origin).toBe("options")
    await first.getByRole("button", { name: /EUR|CHF|GBP/ }).click()
    await form.getByText(dunning.stepsWrong).first().waitFor({ state: "detached" })

    // A friendly note before the due date.
    await choose(first, dunning.countedFrom, texts.stepMoments["before-due"].label)
    const days = first.getByRole("textbox", { name: dunning.days, exact: true })
    await days.fill("")
    await first.getByText(planProblems["days-out-of-range"]).waitFor()
    await days.fill("2")
    await first.getByRole("textbox", { name: dunning.payableWithin }).fill("")

    // Another step, with everything there is.
    await form.getByRole("button", { name: dunning.addStep }).click()
    const last = step(form, 4)
    await last.getByText(`4. ${kindOf("dunning", 3)}`).waitFor()
    await last.getByRole("checkbox", { name: texts.stepSwitches.wait_for_approval.label }).click()
    await last.getByRole("checkbox", { name: texts.stepSwitches.copy_to_merchant.label }).click()
    await last.getByRole("checkbox", { name: texts.stepSwitches.interest.label }).click()
    await last.getByRole("button", { name: dunning.addFee }).click()
    await last.getByRole("textbox", { name: texts.customerTypes.business }).fill(`2${point}50`)

    // Out of order, and back.
    await last.getByRole("button", { name: filled(dunning.stepUp, { number: 4 }) }).click()
    await step(form, 4).getByText(planProblems["not-rising"]).waitFor()
    await step(form, 3)
      .getByRole("button", { name: filled(dunning.stepDown, { number: 3 }) })
      .click()
    await form.getByText(planProblems["not-rising"]).waitFor({ state: "detached" })
    await screenshot(page, `${language}-dunning-plan-form`)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await page.setViewportSize(NARROW)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await screenshot(page, `${language}-dunning-plan-form-narrow`)
    await page.setViewportSize(WIDE)
    await save(form)
    await form.waitFor({ state: "detached" })

    const { value: saved } = (await ofShop.read()).fields.invoice_steps
    expect(saved.map(({ kind, level, days }) => [kind, level, days])).toEqual([
      ["payment-reminder", 1, -2],
      ["dunning", 1, 14],
      ["dunning", 2, 24],
      ["dunning", 3, 10],
    ])
    expect(saved[0]).toMatchObject({ fees: [], payable_within_days: null })
    expect(saved[3]).toMatchObject({
      interest: true,
      copy_to_merchant: true,
      wait_for_approval: true,
      fees: [{ currency: "EUR", consumer: "0", business: "2.50" }],
    })
    const steps = row(section, "invoice_steps", "own")
    await steps.getByText(filled(texts.stepMoments["before-due"].days_other, { count: 2 })).waitFor()
    // The history says it in words of the language.
    await section.getByTestId("settings-log").getByText(texts.stepSwitches.interest.short).first().waitFor()
  })

  it("switches a plan off, cancels in the end, and refuses to cancel before the last step", async () => {
    const section = await openSection(page, "dunning", b2b)
    const card = section.getByTestId("dunning-prepayment")
    const form = await openForm(page, card, texts)
    const { prepayment_active, prepayment_cancel_after_days } = texts.settingNames
    await own(form, prepayment_active)
    await form.getByRole("switch", { name: prepayment_active, exact: true }).click()
    await own(form, prepayment_cancel_after_days)
    await form.getByRole("checkbox", { name: dunning.cancelOn }).click()
    const days = form.getByRole("textbox", { name: dunning.cancelDays })
    await days.fill("17")
    await save(form)
    await form.getByText(planProblems["cancel-too-early"]).waitFor()
    await days.fill("28")
    await save(form)
    await form.waitFor({ state: "detached" })
    await row(card, "prepayment_cancel_after_days", "own")
      .getByText(filled(dunning.canceledAfter_other, { count: 28 }))
      .waitFor()
    await row(card, "prepayment_active", "own").getByText(texts.notifications.off, { exact: true }).waitFor()
    expect((await ofShop.read()).fields).toMatchObject({
      prepayment_active: { value: false },
      prepayment_cancel_after_days: { value: 28 },
    })
  })

  it("edits which orders, and when", async () => {
    const section = await openSection(page, "dunning", b2b)
    const { settingNames } = texts
    const terms = await openForm(page, section.getByTestId("dunning-terms"), texts)
    await own(terms, settingNames.not_before)
    await terms.getByLabel(settingNames.not_before, { exact: true }).fill("2026-03-01")
    await own(terms, settingNames.minimum_distance_days)
    const distance = terms.getByRole("textbox", { name: settingNames.minimum_distance_days })
    await distance.fill("0")
    await own(terms, settingNames.minimum_amounts)
    await terms.getByRole("button", { name: dunning.addAmount }).click()
    await terms.getByRole("textbox", { name: dunning.amount }).fill(`9${point}99`)
    await save(terms)
    await terms.getByText(texts.dunningProblems.distance).waitFor()
    await distance.fill("4")
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await screenshot(page, `${language}-dunning-terms-form`)
    await save(terms)
    await terms.waitFor({ state: "detached" })
    await row(section, "minimum_amounts", "own").getByText(`9${point}99`).waitFor()

    const times = await openForm(page, section.getByTestId("dunning-times"), texts)
    await own(times, settingNames.sending_weekdays)
    await times.getByRole("checkbox", { name: language === "de" ? "Samstag" : "Saturday" }).click()
    await own(times, settingNames.holiday_state)
    await choose(times, settingNames.holiday_state, "Bayern")
    await screenshot(page, `${language}-dunning-times-form`)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await own(times, settingNames.sending_until_hour)
    await choose(times, settingNames.sending_until_hour, filled(texts.notifications.hour, { hour: "8:00" }))
    await save(times)
    await times.getByText(texts.dunningProblems.hours).waitFor()
    await choose(times, settingNames.sending_until_hour, filled(texts.notifications.hour, { hour: "20:00" }))
    await save(times)
    await times.waitFor({ state: "detached" })
    await row(section, "holiday_state", "own").getByText("Bayern").waitFor()
    expect((await ofShop.read()).fields).toMatchObject({
      not_before: { value: "2026-03-01" },
      minimum_distance_days: { value: 4 },
      minimum_amounts: { value: [{ amount: "9.99" }] },
      sending_weekdays: { value: [1, 2, 3, 4, 5, 6] },
      sending_until_hour: { value: 20 },
      holiday_state: { value: "BY" },
    })
  })

  it("takes the base rate that is missing, and says no more that it is", async () => {
    await page.clock.setFixedTime(new Date("2026-08-15T10:00:00Z"))
    const section = await openSection(page, "dunning", b2b)
    await section.getByTestId("base-rate-missing").waitFor()
    const form = await openForm(page, section.getByTestId("dunning-law"), texts)
    await own(form, texts.settingNames.business_customers)
    await form.getByRole("radio", { name: texts.businessCustomers.company.label }).click()
    await own(form, texts.settingNames.base_rates)
    await form.getByRole("button", { name: /2026/ }).first().click()
    await save(form)
    await form.getByText(texts.dunningProblems.baseRates).waitFor()
    await form.locator('[data-rate="2026-07-01"]').getByRole("textbox").fill(`1${point}52`)
    await screenshot(page, `${language}-dunning-law-form`)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await save(form)
    await form.waitFor({ state: "detached" })
    await row(section, "base_rates", "own").getByText(`1${point}52`).waitFor()
    await section.getByTestId("base-rate-missing").waitFor({ state: "detached" })
    expect((await ofShop.read()).fields.base_rates.value.at(-1)).toEqual({ from: "2026-07-01", percent: "1.52" })
  })
})
