import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { SETTINGS_PAGES } from "../../admin/lib/settings-pages"
import type { AdminOrderMailContentResponse } from "../../src/api/types"
import { axeViolations } from "../helpers/axe"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { TEXTS } from "./admin-page"
import { hasSidewaysScroll, openForm, openSection, row } from "./settings-page"

const NARROW = { width: 420, height: 900 }
const WIDE = { width: 1440, height: 1000 }
const INTRO = "de:payment-info.intro"

let shop: ShopClient
let browser: Browser
let b2b: ShopClient["channels"][number]

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!
})

afterAll(() => browser?.close())

describe.each<AdminLanguage>(["en", "de"])("the texts in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page
  const problems: string[] = []
  const ofShop = () => sectionSettings(shop, "texts", b2b.id)
  const ofStore = () => sectionSettings(shop, "texts", null)
  const wording = () => sectionSettings(shop, "wording", b2b.id)

  const inheritEverything = async () => {
    await ofShop().inheritAll()
    await ofStore().inheritAll()
    await wording().inheritAll()
  }

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
  })

  beforeEach(inheritEverything)

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-texts-${language}-${task.id}`)
    await page.setViewportSize(WIDE)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await inheritEverything()
    await context?.close()
  })

  /** Opens the form of a text through its row. */
  async function openText(section: Locator, id: string, name: string): Promise<Locator> {
    await section.locator(`[data-setting="${id}"]`).getByRole("button", { name, exact: true }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByTestId("text-history").waitFor()
    return dialog
  }

  /** The introduction, in an own version. */
  async function openOwnIntro(): Promise<Locator> {
    const section = await openSection(page, "texts", b2b.id)
    const dialog = await openText(section, INTRO, texts.textNames["payment-info"].intro)
    const inherits = dialog.getByRole("switch", {
      name: texts.settingsForm.inheritNamed.replace("{{name}}", texts.texts.text),
    })
    if (await inherits.isChecked()) await inherits.click()
    return dialog
  }

  const boxOf = (dialog: Locator) => dialog.getByRole("textbox", { name: texts.texts.text, exact: true })
  const finding = (dialog: Locator, code: string) => dialog.locator(`[data-finding="${code}"]`)

  it("sets the shop's language and how it addresses Germans", async () => {
    const section = await openSection(page, "texts", b2b.id)
    const card = section.getByTestId("wording-settings")
    const drawer = await openForm(page, card, texts)
    const name = texts.settingNames.german_address
    await drawer.getByRole("switch", { name: texts.settingsForm.inheritNamed.replace("{{name}}", name) }).click()
    await drawer.getByRole("combobox", { name, exact: true }).click()
    await page.getByRole("option", { name: texts.germanAddresses.informal }).click()
    await screenshot(page, `${language}-texts-wording`)
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    await drawer.waitFor({ state: "detached" })
    await row(card, "german_address", "own").getByText(texts.germanAddresses.informal).waitFor()
    // The shipped German texts follow.
    await section.locator('[data-setting="de:greeting.named"]').getByText("Hallo {{name}},").waitFor()
  })

  it("lists what every text says and where it is set, for a kind and a language that stay in the address", async () => {
    await ofStore().save({ "fr:payment-info.heading": "Merci !" })
    await ofShop().save({ "fr:closing.regards": "À bientôt" })
    const section = await openSection(page, "texts", b2b.id)
    await section.getByRole("combobox", { name: texts.testMail.language, exact: true }).click()
    await page.getByRole("option", { name: texts.languages.fr }).click()
    await page.waitForURL((url) => url.searchParams.get("language") === "fr")
    await row(section, "fr:payment-info.heading", "store").getByText("Merci !").waitFor()
    await row(section, "fr:closing.regards", "own").getByText("À bientôt").waitFor()
    await row(section, "fr:order.total", "options").waitFor()
    await page.reload()
    await row(section, "fr:closing.regards", "own").getByText("À bientôt").waitFor()
    expect(await axeViolations(page, '[data-testid="texts-section"]')).toEqual([])
    await screenshot(page, `${language}-texts`)
    await page.setViewportSize(NARROW)
    await section.getByTestId("texts-card").scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-texts-narrow`)
    expect(await hasSidewaysScroll(page)).toBe(false)
  })

  it("changes a text with placeholders to click, and shows the mail beside it", async () => {
    const dialog = await openOwnIntro()
    const box = boxOf(dialog)
    await box.fill("Danke, ")
    await box.press("End")
    await dialog.locator('[data-placeholder="name"]').click()
    await page.keyboard.type("! Bitte ")
    await dialog.getByRole("button", { name: texts.texts.bold, exact: true }).click()
    await page.keyboard.type("bald")
    await box.press("End")
    await page.keyboard.type(" ")
    await dialog.locator('[data-placeholder="amount"]').click()
    await page.keyboard.type(" zahlen. ")
    await dialog.getByRole("button", { name: texts.texts.link, exact: true }).click()
    await dialog.getByRole("textbox", { name: texts.texts.linkAddress }).fill("morgenrot.example/zahlen")
    await page.keyboard.press("Enter")
    expect(await box.inputValue()).toBe(
      'Danke, {{name}}! Bitte <b>bald</b> {{amount}} zahlen. <a href="https://morgenrot.example/zahlen">https://morgenrot.example/zahlen</a>',
    )
    const mail = dialog.getByTestId("live-preview").frameLocator('iframe[data-shown="true"]')
    await mail.getByRole("link", { name: "https://morgenrot.example/zahlen" }).waitFor()
    await mail.locator("b", { hasText: "bald" }).waitFor()
    await screenshot(page, `${language}-texts-form`)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await page.setViewportSize(NARROW)
    await screenshot(page, `${language}-texts-form-narrow`)
    await page.setViewportSize(WIDE)
    await dialog.getByRole("button", { name: texts.actions.save }).click()
    await dialog.waitFor({ state: "detached" })

    const section = page.getByTestId("texts-section")
    await row(section, INTRO, "own").waitFor()
    const log = section.getByTestId("settings-log")
    await log.getByText(texts.textNames["payment-info"].intro).first().waitFor()

    const order = await shop.placeOrder({
      email: uniqueAddress(),
      publishableKey: b2b.publishableKey,
      lines: [{ sku: "ESP-MOR-1000", quantity: 1 }],
      locale: "de-DE",
    })
    const sent = await shop.waitForMail(order.id, "sent")
    const { content } = await shop.api.get<AdminOrderMailContentResponse>(`/admin/order-mails/${sent.id}/content`)
    expect(content.html).toContain("Danke, Anke Brodersen! Bitte <b>bald</b> ")
  })

  it("says what is wrong while it is typed, and saves nothing of it", async () => {
    const dialog = await openOwnIntro()
    const box = boxOf(dialog)
    for (const [typed, code] of [
      ["<script>alert(1)</script>", "tag-not-allowed"],
      ["<b onclick=x>a</b>", "attribute-not-allowed"],
      ['<a href="javascript:alert(1)">a</a>', "address-not-allowed"],
      ["{{nummer}}", "placeholder-unknown"],
      ["{{#if x}}", "expression"],
      ["<b>a", "tag-not-closed"],
      [" ", "empty"],
    ] as const) {
      await box.fill(typed)
      await finding(dialog, code).first().waitFor()
      expect(await box.getAttribute("aria-invalid")).toBe("true")
    }
    await box.fill('<b onclick="x">{{nummer}} {{#if')
    await finding(dialog, "placeholder-broken").waitFor()
    await screenshot(page, `${language}-texts-form-wrong`)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await dialog.getByRole("button", { name: texts.actions.save }).click()
    await finding(dialog, "placeholder-broken").waitFor()
    expect((await ofShop().read()).fields[INTRO]?.origin).toBe("options")
    await box.fill("Gut so")
    await dialog.locator("[data-finding]").first().waitFor({ state: "detached" })
    await dialog.getByRole("button", { name: texts.actions.save }).click()
    await dialog.waitFor({ state: "detached" })
    expect((await ofShop().read()).fields[INTRO]?.value).toBe("Gut so")
  })

  it("says when what the mail is for gets lost", async () => {
    const section = await openSection(page, "texts", b2b.id)
    const dialog = await openText(section, "de:payment.payable-until", texts.textNames.payment["payable-until"])
    await dialog.getByRole("switch").first().click()
    await boxOf(dialog).fill("Bitte bald zahlen")
    await finding(dialog, "placeholder-missing").getByText("{{payable_until}}").waitFor()
    await boxOf(dialog).press("End")
    await dialog.locator('[data-placeholder="payable_until"]').click()
    await finding(dialog, "placeholder-missing").waitFor({ state: "detached" })
    expect(await boxOf(dialog).inputValue()).toBe("Bitte bald zahlen{{payable_until}}")
    await dialog.getByRole("button", { name: texts.actions.cancel }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: texts.unsaved.leave }).click()
    await dialog.waitFor({ state: "detached" })
  })

  it("brings back what a text said before, and the shipped one", async () => {
    await ofShop().save({ [INTRO]: "Erste Fassung" })
    await ofShop().save({ [INTRO]: "Zweite Fassung" })
    const dialog = await openOwnIntro()
    const history = dialog.getByTestId("text-history")
    const first = history.locator("li", { hasText: "Erste Fassung" })
    expect(await first.innerText()).toContain(shop.admin.email)
    await first.getByRole("button", { name: texts.texts.restore }).click()
    expect(await boxOf(dialog).inputValue()).toBe("Erste Fassung")
    await screenshot(page, `${language}-texts-history`)
    await dialog.getByRole("button", { name: texts.texts.putShipped }).click()
    expect(await boxOf(dialog).inputValue()).toContain("ist bei uns eingegangen")
    await first.getByRole("button", { name: texts.texts.restore }).click()
    await dialog.getByRole("button", { name: texts.actions.save }).click()
    await dialog.waitFor({ state: "detached" })
    expect((await ofShop().read()).fields[INTRO]?.value).toBe("Erste Fassung")

    const again = await openText(page.getByTestId("texts-section"), INTRO, texts.textNames["payment-info"].intro)
    await again.getByRole("switch").first().click()
    await again.getByRole("button", { name: texts.actions.save }).click()
    await again.waitFor({ state: "detached" })
    await row(page.getByTestId("texts-section"), INTRO, "options").waitFor()
  })

  it("keeps what was typed when somebody else saves meanwhile, and guards it", async () => {
    const dialog = await openOwnIntro()
    await boxOf(dialog).fill("Meins")
    await ofShop().save({ "de:payment-info.heading": "Von jemand anderem", [INTRO]: "Seins" })
    await dialog.getByRole("button", { name: texts.actions.save }).click()
    await dialog.getByTestId("conflict-notice").waitFor()
    expect(await boxOf(dialog).inputValue()).toBe("Meins")
    await screenshot(page, `${language}-texts-conflict`)
    await dialog.getByRole("button", { name: texts.settingsForm.loadNewer }).click()
    await dialog.getByTestId("conflict-notice").waitFor({ state: "detached" })
    expect(await boxOf(dialog).inputValue()).toBe("Seins")
    await boxOf(dialog).fill("Doch meins")
    await page.goBack()
    const question = page.getByRole("alertdialog")
    await question.getByText(texts.unsaved.title).waitFor()
    await question.getByRole("button", { name: texts.unsaved.stay }).click()
    await dialog.getByRole("button", { name: texts.actions.save }).click()
    await dialog.waitFor({ state: "detached" })
    expect((await ofShop().read()).fields[INTRO]?.value).toBe("Doch meins")
  })

  it("changes a text with the keyboard alone", async () => {
    const { path } = SETTINGS_PAGES.find(({ section }) => section === "texts")!
    await page.goto(`${shop.baseUrl}/app${path}?shop_id=${b2b.id}`)
    const heading = page.locator('[data-setting="de:payment-info.heading"]').getByRole("button")
    await heading.focus()
    await page.keyboard.press("Enter")
    const dialog = page.getByRole("dialog")
    const inherits = dialog.getByRole("switch").first()
    await inherits.waitFor()
    const tabTo = async (target: Locator) => {
      for (let n = 0; n < 40 && !(await target.evaluate((element) => element === document.activeElement)); n++)
        await page.keyboard.press("Tab")
    }
    await tabTo(inherits)
    await page.keyboard.press("Space")
    await tabTo(boxOf(dialog))
    await page.keyboard.press("ControlOrMeta+A")
    await page.keyboard.type("Moin ")
    await tabTo(dialog.locator('[data-placeholder="name"]'))
    await page.keyboard.press("Enter")
    expect(await boxOf(dialog).inputValue()).toBe("Moin {{name}}")
    await page.keyboard.press("Enter")
    await dialog.waitFor({ state: "detached" })
    await row(page.getByTestId("texts-section"), "de:payment-info.heading", "own").getByText("Moin {{name}}").waitFor()
  })
})
