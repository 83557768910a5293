import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { AdminBankAccount } from "../../src/api/settings-types"
import { axeViolations } from "../helpers/axe"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, type ShopClient } from "../helpers/shop"
import { TEXTS } from "./admin-page"
import { openForm, openSection, row } from "./settings-page"

const NARROW = { width: 420, height: 900 }
const WIDE = { width: 1440, height: 1000 }
/** More than there are places to go to on the page. */
const MOST_TABS = 120

const EURO: AdminBankAccount = {
  currency: "EUR",
  account_holder: "Morgenrot Großhandel GmbH",
  iban: "AT611904300234573201",
  bic: "BKAUATWW",
  bank: "Bank Austria",
  address: null,
}
const SWISS = { iban: "CH5604835012345678009", shown: "CH56 0483 5012 3456 7800 9" }

let shop: ShopClient
let browser: Browser
let b2b: string

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
})
afterAll(() => browser?.close())

describe.each<AdminLanguage>(["en", "de"])("the bank details in %s", (language) => {
  const texts = TEXTS[language]
  const { accountFields, bank } = texts
  let context: BrowserContext
  let page: Page
  const problems: string[] = []
  let ofShop: ReturnType<typeof sectionSettings<"bank">>
  let ofStore: ReturnType<typeof sectionSettings<"bank">>

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
    ofShop = sectionSettings(shop, "bank", b2b)
    ofStore = sectionSettings(shop, "bank", null)
  })

  beforeEach(async () => {
    await ofShop.inheritAll()
    await ofStore.inheritAll()
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-bank-${language}-${task.id}`)
    await page.setViewportSize(WIDE)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await ofShop?.inheritAll()
    await ofStore?.inheritAll()
    await context?.close()
  })

  const field = (drawer: Locator, name: string) => drawer.getByLabel(name, { exact: true })
  const accountRow = (section: Locator, currency: string) => section.locator(`[data-account="${currency}"]`)
  const save = (drawer: Locator) => drawer.getByRole("button", { name: texts.actions.save }).click()

  it("shows what applies, wide and narrow, and axe objects to nothing", async () => {
    await ofStore.save({ accounts: [EURO, { ...EURO, currency: "CHF", iban: SWISS.iban, bic: null, bank: null }] })
    const section = await openSection(page, "bank", b2b)
    await accountRow(section, "EUR").getByText("AT61 1904 3002 3457 3201").waitFor()
    await accountRow(section, "EUR").getByText(texts.bankCodes.epc).waitFor()
    await accountRow(section, "CHF").getByText(texts.bankCodes.swissWithoutAddress).waitFor()
    await section.getByText(bank.missingCurrencies.replace("{{currencies}}", "GBP")).waitFor()
    await row(section, "reference_pattern", "options").getByText("{{order_number}}").waitFor()
    await row(section, "pp_system_default", "options").getByText(texts.providerClasses.prepayment.label).waitFor()
    await screenshot(page, `${language}-bank`)
    expect(await axeViolations(page, '[data-testid="bank-section"]')).toEqual([])
    await page.setViewportSize(NARROW)
    await screenshot(page, `${language}-bank-narrow`)
    expect(await hasSidewaysScroll(page)).toBe(false)
  })

  it("says at once what is wrong with an IBAN or a BIC, and what code mails will carry", async () => {
    const section = await openSection(page, "bank", b2b)
    await section.getByRole("button", { name: bank.addAccount }).click()
    const drawer = page.getByRole("dialog")
    const iban = field(drawer, accountFields.iban)
    const bic = field(drawer, accountFields.bic)
    const note = (text: string) => drawer.getByText(text).first().waitFor()
    const filled = (text: string, values: Record<string, string | number>) =>
      Object.entries(values).reduce((all, [name, value]) => all.replace(`{{${name}}}`, String(value)), text)
    const germany = language === "de" ? "Deutschland" : "Germany"

    await note(bank.startsOwnList)
    await iban.fill("DE8937")
    await note(filled(texts.ibanNotes.typing, { typed: 6, length: 22 }))
    await iban.blur()
    await note(filled(texts.ibanNotes.length, { country: germany, length: 22, typed: 6 }))
    await iban.fill("XY89")
    await note(filled(texts.ibanNotes.country, { code: "XY" }))
    await iban.fill("DE88 3704 0044 0532 0130 00")
    await note(texts.ibanNotes.checksum)
    await screenshot(page, `${language}-bank-iban-wrong`)
    await iban.fill("de89370400440532013000")
    await note(filled(texts.ibanNotes.right, { country: germany }))
    await note(texts.bankCodes.epc)
    await iban.blur()
    expect(await iban.inputValue()).toBe("DE89 3704 0044 0532 0130 00")

    await bic.fill("COBAZZFF")
    await note(filled(texts.bicNotes.country, { code: "ZZ" }))
    await bic.fill("BKAUATWW")
    await note(texts.bicNotes.foreign)

    await iban.fill("CH4431999123000889012")
    await note(bank.qrIban)
    await note(texts.bankCodes.swissWithoutAddress)
    await field(drawer, accountFields.city).fill("Zürich")
    await save(drawer)
    await note(texts.accountProblems.missing)
    await drawer.getByTestId("bank-address").scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-bank-account-form`)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    expect((await ofShop.read()).fields.accounts.origin).toBe("options")
    await page.keyboard.press("Escape")
    await page.getByRole("alertdialog").getByRole("button", { name: texts.unsaved.leave }).click()
    await drawer.waitFor({ state: "detached" })
  })

  it("edits and removes an account of the shop, and inherits the accounts again", async () => {
    await ofShop.save({ accounts: [EURO, { ...EURO, currency: null, iban: "DE89370400440532013000", bic: null }] })
    const section = await openSection(page, "bank", b2b)
    const menuOf = (currency: string) => accountRow(section, currency).getByRole("button").click()
    await menuOf("EUR")
    await page.getByRole("menuitem", { name: texts.actions.edit }).click()
    const drawer = page.getByRole("dialog")
    await field(drawer, accountFields.bank).fill("Erste Bank")
    await save(drawer)
    await accountRow(section, "EUR").getByText("Erste Bank").waitFor()

    await menuOf("all")
    await page.getByRole("menuitem", { name: texts.actions.remove }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: texts.actions.remove }).click()
    await accountRow(section, "all").waitFor({ state: "detached" })
    // One has to stay.
    await menuOf("EUR")
    await page.getByRole("menuitem", { name: texts.actions.edit }).waitFor()
    expect(await page.getByRole("menuitem", { name: texts.actions.remove }).count()).toBe(0)
    await page.keyboard.press("Escape")

    await section.getByRole("button", { name: bank.inheritAccounts }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: bank.inheritAccounts }).click()
    await accountRow(section, "all").getByText("DE89 3704 0044 0532 0130 00").waitFor()
    expect((await ofShop.read()).fields.accounts.origin).toBe("options")
  })

  it("builds a payment reference and shows what it is of an order", async () => {
    const section = await openSection(page, "bank", b2b)
    const drawer = await openForm(page, section.getByTestId("bank-terms"), texts)
    const own = async (name: string) =>
      drawer.getByRole("switch", { name: texts.settingsForm.inheritNamed.replace("{{name}}", name) }).click()
    const name = texts.settingNames.reference_pattern
    const pattern = drawer.getByRole("textbox", { name, exact: true })
    await own(name)
    await pattern.fill("Kunde {{kunde}}")
    await drawer.getByText(texts.patternProblems.unknown.replace("{{name}}", "{{kunde}}")).waitFor()
    await pattern.fill("Kunde ")
    await drawer.getByText(texts.patternProblems.namesNothing).waitFor()
    await drawer.getByRole("button", { name: texts.referencePlaceholders.customer_number }).click()
    expect(await pattern.inputValue()).toBe("Kunde {{customer_number}}")
    await pattern.press("End")
    await pattern.pressSequentially("/")
    await drawer.getByRole("button", { name: texts.referencePlaceholders.order_number }).click()
    const example = drawer.getByTestId("reference-example")
    await example.getByText("Kunde 20077/1042").waitFor()
    const ofUnnumbered = drawer.getByTestId("reference-example-without-customer-number")
    await ofUnnumbered.getByText(bank.exampleWithoutCustomerNumber.replace("{{reference}}", "1042")).waitFor()

    await own(bank.referenceForm)
    await drawer.getByRole("radio", { name: bank.asCreditorReference }).click()
    await example.getByText(/RF\d\dKUNDE200771042/).waitFor()
    await own(bank.payableWithin)
    const days = drawer.getByRole("textbox", { name: bank.payableWithin, exact: true })
    await days.fill("0")
    await save(drawer)
    await drawer.getByText(bank.daysProblem).waitFor()
    await days.fill("30")
    await screenshot(page, `${language}-bank-terms-form`)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await save(drawer)
    await drawer.waitFor({ state: "detached" })
    await row(section, "reference_pattern", "own").getByText("Kunde {{customer_number}}/{{order_number}}").waitFor()
    await row(section, "payable_within_days", "own").getByText("30").waitFor()
    await section.getByTestId("settings-log").getByText("30").first().waitFor()
    await screenshot(page, `${language}-bank-terms`)
  })

  it("says what a payment provider means, and tells who saves second", async () => {
    await ofStore.save({ prepayment_providers: ["pp_gone_gone"] })
    const section = await openSection(page, "bank", b2b)
    const card = section.getByTestId("bank-providers")
    await card.getByText(bank.providerGone).waitFor()
    const drawer = await openForm(page, card, texts)
    await drawer
      .getByRole("switch", { name: texts.settingsForm.inheritNamed.replace("{{name}}", bank.providers) })
      .click()
    const manual = drawer.locator('[data-provider="pp_system_default"]')
    await manual.getByRole("radio", { name: texts.providerClasses.invoice.label }).click()
    await screenshot(page, `${language}-bank-providers-form`)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await ofShop.save({ payable_within_days: 3 })
    await save(drawer)
    const notice = drawer.getByTestId("conflict-notice")
    await notice.getByRole("button", { name: texts.settingsForm.loadNewer }).click()
    await notice.waitFor({ state: "detached" })
    await drawer
      .getByRole("switch", { name: texts.settingsForm.inheritNamed.replace("{{name}}", bank.providers) })
      .click()
    await manual.getByRole("radio", { name: texts.providerClasses.invoice.label }).click()
    await save(drawer)
    await row(card, "pp_system_default", "own").getByText(texts.providerClasses.invoice.label).waitFor()
    expect((await ofShop.read()).fields).toMatchObject({
      prepayment_providers: { value: ["pp_gone_gone"], origin: "shop" },
      invoice_providers: { value: ["pp_system_default"], origin: "shop" },
      payable_within_days: { value: 3 },
    })
  })

  it("sets up and removes an account with the keyboard alone", async () => {
    await openSection(page, "bank", b2b)
    await page.evaluate(() => {
      const pointed: string[] = []
      Object.assign(window, { pointed })
      for (const type of ["pointerdown", "mousedown", "touchstart"])
        window.addEventListener(type, () => pointed.push(type), { capture: true })
    })
    const { keyboard } = page
    const isFocused = (place: Locator) => place.evaluate((element) => element === document.activeElement)
    const tabTo = async (place: Locator) => {
      await place.waitFor()
      for (let count = 0; count < MOST_TABS; count++) {
        if (await isFocused(place)) return
        await keyboard.press("Tab")
      }
      throw new Error(`${String(place)} cannot be reached with the tab key`)
    }
    const type = async (place: Locator, text: string) => {
      await tabTo(place)
      await keyboard.press("ControlOrMeta+A")
      await keyboard.type(text)
    }

    const section = page.getByTestId("bank-section")
    const add = section.getByRole("button", { name: bank.addAccount })
    await tabTo(add)
    await keyboard.press("Enter")
    const drawer = page.getByRole("dialog")
    await tabTo(drawer.getByRole("combobox", { name: accountFields.currency }))
    await keyboard.press("Space")
    const francs = page.getByRole("option", { name: /^CHF/ })
    await francs.waitFor()
    // The list takes what is typed once one of its options has the focus.
    await page.locator('[role="option"]:focus').waitFor()
    await keyboard.type("CHF", { delay: 30 })
    await page.locator('[role="option"]:focus', { hasText: /^CHF/ }).waitFor()
    await keyboard.press("Enter")
    await francs.waitFor({ state: "detached" })
    await drawer.getByRole("combobox", { name: accountFields.currency }).getByText(/^CHF/).waitFor()
    await type(field(drawer, accountFields.account_holder), "Morgenrot Kaffee AG")
    await type(field(drawer, accountFields.iban), `${SWISS.iban}9`)
    await drawer.getByText(/21/).first().waitFor()
    await keyboard.press("Backspace")
    await drawer.getByText(texts.bankCodes.swissWithoutAddress).waitFor()
    await type(field(drawer, accountFields.street), "Langstrasse")
    await type(field(drawer, accountFields.house_number), "14")
    await type(field(drawer, accountFields.postal_code), "8004")
    await type(field(drawer, accountFields.city), "Zürich")
    await drawer.getByText(texts.bankCodes.swiss, { exact: true }).waitFor()
    await screenshot(page, `${language}-bank-keyboard`)
    await tabTo(drawer.getByRole("button", { name: texts.actions.save }))
    await keyboard.press("Enter")
    await drawer.waitFor({ state: "detached" })

    const swiss = accountRow(section, "CHF")
    await swiss.getByText(SWISS.shown).waitFor()
    expect((await ofShop.read()).fields.accounts.value.at(-1)).toEqual({
      currency: "CHF",
      account_holder: "Morgenrot Kaffee AG",
      iban: SWISS.iban,
      bic: null,
      bank: null,
      address: { street: "Langstrasse", house_number: "14", postal_code: "8004", city: "Zürich", country_code: "CH" },
    })

    await tabTo(swiss.getByRole("button"))
    await keyboard.press("Enter")
    const remove = page.getByRole("menuitem", { name: texts.actions.remove })
    await remove.waitFor()
    while (!(await isFocused(remove))) await keyboard.press("ArrowDown")
    await keyboard.press("Enter")
    await tabTo(page.getByRole("alertdialog").getByRole("button", { name: texts.actions.remove }))
    await keyboard.press("Enter")
    await swiss.waitFor({ state: "detached" })
    expect(await page.evaluate(() => (window as unknown as { pointed: string[] }).pointed)).toEqual([])
  })
})

const hasSidewaysScroll = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
