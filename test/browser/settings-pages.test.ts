import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { SETTINGS_PAGES } from "../../admin/lib/settings-pages"
import type { AdminSettingsSection } from "../../src/api/settings-types"
import { axeViolations } from "../helpers/axe"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { sectionSettings } from "../helpers/section-settings"
import { settingsOf } from "../helpers/sender-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { openOrder, TEXTS } from "./admin-page"
import { hasSidewaysScroll, openForm, openSection, openSettings, typeOwn } from "./settings-page"

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

describe.each<AdminLanguage>(["en", "de"])("the pages of the plugin in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
  })

  beforeEach(() => settingsOf(shop, b2b).inheritAll())

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-pages-${language}-${task.id}`)
    await page.setViewportSize(WIDE)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await settingsOf(shop, b2b).inheritAll()
    await context?.close()
  })

  it("links the pages of the settings to each other, for the same shop, under one entry of the sidebar", async () => {
    await openSettings(page, b2b)
    for (const { section, path } of SETTINGS_PAGES.toReversed()) {
      await page.getByTestId("settings-nav").getByRole("link", { name: texts.sections[section] }).click()
      await page.waitForURL((url) => url.pathname === `/app${path}` && url.searchParams.get("shop_id") === b2b)
      const opened = page.getByTestId(`${section}-section`)
      await opened.getByTestId("settings-log").waitFor()
      await opened.getByRole("heading", { level: 1, name: texts.sections[section] }).waitFor()
      const current = opened.locator('[data-testid="settings-nav"] [aria-current="page"]')
      expect(await current.allInnerTexts()).toEqual([texts.sections[section]])

      const entries = page.locator('aside a[href*="/settings/order-mails"]')
      expect(await entries.count()).toBe(1)
      expect(await entries.getAttribute("aria-current")).toBe("page")
    }
  })

  it("goes from page to page with the keyboard alone", async () => {
    await openSettings(page, null)
    await page.getByTestId("settings-nav").getByRole("link", { name: texts.sections.sender }).focus()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.getByTestId("branding-section").getByTestId("settings-log").waitFor()
  })

  it.each(SETTINGS_PAGES.map(({ section }) => section))("has nothing that axe objects to: %s", async (section) => {
    await openSection(page, section, b2b)
    expect(await axeViolations(page, `[data-testid="${section}-section"]`)).toEqual([])
    await screenshot(page, `${language}-page-${section}`)
    await page.setViewportSize(NARROW)
    expect(await axeViolations(page, `[data-testid="${section}-section"]`)).toEqual([])
    await screenshot(page, `${language}-page-${section}-narrow`)
    expect(await hasSidewaysScroll(page)).toBe(false)
  })

  it("has nothing that axe objects to: the list of all mails, an order's mails, and a mail", async () => {
    const { id } = await shop.placeOrder({ email: uniqueAddress() })
    await shop.waitForMail(id, "sent")
    const section = await openOrder(page, id)
    await section.locator("tbody tr").first().waitFor()
    expect(await axeViolations(page, '[data-testid="order-mails-section"]')).toEqual([])
    await section.locator("tbody tr").first().getByRole("button").first().click()
    await page.getByRole("dialog").getByRole("tab").first().waitFor()
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])

    await page.goto(`${shop.baseUrl}/app/order-mails`)
    await page.locator("tbody tr").first().waitFor()
    expect(await axeViolations(page, "main")).toEqual([])
  })

  it("asks before what was typed is lost by going to another page", async () => {
    await openSection(page, "bank", b2b)
    await page.getByTestId("settings-nav").getByRole("link", { name: texts.sections.sender }).click()
    const card = page.getByTestId("sender-settings")
    await card.waitFor()
    const drawer = await openForm(page, card, texts)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await typeOwn(drawer, texts, texts.settingNames.name, "Nur getippt")
    await page.evaluate("history.go(-2)")
    const question = page.getByRole("alertdialog")
    await question.getByText(texts.unsaved.title).waitFor()
    await question.getByRole("button", { name: texts.unsaved.stay }).click()
    const name = drawer.getByRole("textbox", { name: texts.settingNames.name, exact: true })
    expect(await name.inputValue()).toBe("Nur getippt")
    await page.evaluate("history.go(-2)")
    await question.getByRole("button", { name: texts.unsaved.leave }).click()
    await page.getByTestId("bank-section").getByTestId("settings-log").waitFor()
    expect((await settingsOf(shop, b2b).read()).settings.name.origin).not.toBe("shop")
  })

  it.each([
    { opened: "branding", edit: "header", section: "branding", set: { shop_name: "Die Erste" } },
    { opened: "bank", edit: "terms", section: "bank", set: { payable_within_days: 21 } },
    { opened: "dunning", edit: "terms", section: "dunning", set: { minimum_distance_days: 9 } },
    { opened: "notifications", edit: "copies", section: "notifications", set: { digest_hour: 21 } },
    { opened: "texts", edit: "wording", section: "wording", set: { german_address: "informal" } },
  ] as const)("tells who saves second in $section, and keeps what is typed", async ({ opened, edit, section, set }) => {
    const settings = sectionSettings<AdminSettingsSection>(shop, section, b2b)
    await settings.inheritAll()
    try {
      await openSection(page, opened, b2b)
      await page.goto(`${page.url()}&edit=${edit}`)
      const dialog = page.getByRole("dialog")
      const inherits = dialog.getByRole("switch", { name: texts.settingsForm.inheritNamed.split("{{name}}")[0] })
      await inherits.first().click()
      expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
      await screenshot(page, `${language}-form-${section}`)
      await page.setViewportSize(NARROW)
      await screenshot(page, `${language}-form-${section}-narrow`)
      await page.setViewportSize(WIDE)
      await settings.save(set)
      await dialog.getByRole("button", { name: texts.actions.save }).click()
      const notice = dialog.getByTestId("conflict-notice")
      await notice.waitFor()
      expect(await inherits.first().isChecked()).toBe(false)
      expect((await settings.read()).fields).toMatchObject({ [Object.keys(set)[0]!]: { value: Object.values(set)[0] } })
      await notice.getByRole("button", { name: texts.settingsForm.loadNewer }).click()
      await notice.waitFor({ state: "detached" })
      await page.keyboard.press("Escape")
      await dialog.waitFor({ state: "detached" })
      const log = page.getByTestId(section === "wording" ? "wording-log" : "settings-log")
      await log.getByText(shop.admin.email).first().waitFor()
    } finally {
      await settings.inheritAll()
    }
  })
})
