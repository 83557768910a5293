import { PNG } from "pngjs"
import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { BrandingCard, BrandingField } from "../../admin/lib/branding-fields"
import { axeViolations } from "../helpers/axe"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, type ShopClient } from "../helpers/shop"
import { TEXTS } from "./admin-page"
import { openForm, openSection, row, typeOwn } from "./settings-page"

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

/** A logo as shops have them: dark bars on a transparent ground. */
function logo(): Buffer {
  const png = new PNG({ width: 480, height: 120 })
  for (let y = 0; y < png.height; y++) {
    for (let x = 0; x < png.width; x++) {
      png.data.set((x >> 4) % 3 === 0 ? [58, 29, 10, 255] : [0, 0, 0, 0], (y * png.width + x) * 4)
    }
  }
  return PNG.sync.write(png)
}

describe.each<AdminLanguage>(["en", "de"])("the branding in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page
  let ofShop: ReturnType<typeof sectionSettings<"branding">>
  const problems: string[] = []

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
    ofShop = sectionSettings(shop, "branding", b2b)
  })

  beforeEach(() => ofShop.inheritAll())

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-branding-${language}-${task.id}`)
    await page.setViewportSize(WIDE)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await ofShop?.inheritAll()
    await context?.close()
  })

  /** The form of a card, with the mail beside it. */
  async function open(card: BrandingCard): Promise<{ section: Locator; form: Locator }> {
    const section = await openSection(page, "branding", b2b)
    const form = await openForm(page, section.getByTestId(`branding-${card}`), texts)
    await form.locator("iframe").waitFor()
    return { section, form }
  }
  const name = (field: BrandingField) => texts.settingNames[field]
  const own = (form: Locator, field: BrandingField, value: string) => typeOwn(form, texts, name(field), value)
  const save = (form: Locator) => form.getByRole("button", { name: texts.actions.save }).click()
  const mailWith = (form: Locator, words: string) => form.locator(`iframe[srcdoc*='${words}']`).waitFor()

  it("shows what is set and where from, wide and narrow", async () => {
    await ofShop.save({ shop_name: "Morgenrot Großhandel", color_primary: "#7a3b12", footer_lines: ["a", "b"] })
    const section = await openSection(page, "branding", b2b)
    await row(section, "shop_name", "own").getByText("Morgenrot Großhandel").waitFor()
    await row(section, "color_primary", "own").getByText("#7a3b12").waitFor()
    await row(section, "font", "options").getByText(texts.branding.systemFont).waitFor()
    await section.getByTestId("branding-contrast").getByText(texts.contrast.fine).waitFor()
    expect(await axeViolations(page, '[data-testid="branding-section"]')).toEqual([])
    await screenshot(page, `${language}-branding`)
    await page.setViewportSize(NARROW)
    await screenshot(page, `${language}-branding-narrow`)
  })

  it("says in words which colours cannot be read, proposes others, and shows them in the mail", async () => {
    const { section, form } = await open("look")
    await own(form, "color_primary", "#ffcc00")
    const contrast = form.getByTestId("branding-contrast")
    await contrast.locator('[data-pair="button-text-on-primary"]').waitFor()
    const inWords = texts.contrast.ratio
      .replace("{{pair}}", texts.contrastPairs["button-text-on-primary"])
      .replace("{{ratio}}", language === "de" ? "1,51" : "1.51")
      .replace("{{needed}}", language === "de" ? "4,5" : "4.5")
    await contrast.getByText(inWords, { exact: true }).waitFor()
    await mailWith(form, "#ffcc00")
    expect(await axeViolations(page, "[role=dialog]")).toEqual([])
    await contrast.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-branding-contrast`)

    // Each proposal leaves one less, until all can be read.
    const proposal = contrast.getByRole("button").first()
    while (await proposal.isVisible()) {
      const words = await proposal.textContent()
      await proposal.click()
      await contrast.getByRole("button", { name: words ?? "", exact: true }).waitFor({ state: "detached" })
    }
    await contrast.getByText(texts.contrast.fine).waitFor()
    await save(form)
    await row(section, "color_primary", "own").waitFor()
  })

  it("tells what is wrong before it asks the server", async () => {
    const { form } = await open("look")
    await own(form, "color_text", "red")
    await save(form)
    await form.getByText(texts.brandingProblems.colorInvalid).waitFor()
    await own(form, "color_text", "#abc")
    await form.getByText(texts.brandingProblems.colorInvalid).waitFor({ state: "detached" })
    await mailWith(form, "#aabbcc")
    await save(form)
    await form.waitFor({ state: "detached" })
    expect((await ofShop.read()).fields.color_text.value).toBe("#aabbcc")
  })

  it("uploads a header image, shows it in the mail and says why another file cannot be one", async () => {
    const { section, form } = await open("header")
    const field = form.locator('[data-field="header_image"]')
    await field.getByRole("switch").click()
    const file = field.getByTestId("file-input")
    await file.setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") })
    await field.getByText(texts.imageProblems.type).waitFor()
    await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("no picture") })
    await field.getByText(texts.imageProblems.damaged).waitFor()
    await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: logo() })
    const picture = field.getByRole("img", { name: texts.branding.imageAlt })
    await picture.waitFor()
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 10_000 })
      .toBe(480)
    await field.getByText(texts.imageWarnings.local).waitFor()
    await mailWith(form, 'class="logo"')
    await own(form, "shop_name", "Morgenrot Großhandel")
    await mailWith(form, 'alt="Morgenrot Großhandel" width="180" height="45"')
    expect(await axeViolations(page, "[role=dialog]")).toEqual([])
    await screenshot(page, `${language}-branding-image`)
    await form.getByRole("button", { name: texts.livePreview.dark }).click()
    await screenshot(page, `${language}-branding-image-dark`)
    await page.setViewportSize(NARROW)
    await screenshot(page, `${language}-branding-image-narrow`)
    await page.setViewportSize(WIDE)
    await save(form)
    await row(section, "header_image", "own").getByRole("img", { name: texts.branding.imageAlt }).waitFor()

    const { form: again } = await open("header")
    await again.getByRole("button", { name: texts.branding.remove }).click()
    await save(again)
    await row(section, "header_image", "own").getByText(texts.brandingEmpty.header_image).waitFor()
    expect((await ofShop.read()).fields.header_image).toMatchObject({ value: null, origin: "shop" })
  })

  it("edits the footer, and asks before changes are thrown away", async () => {
    const { section, form } = await open("footer")
    await own(form, "legal_vat_id", "USt-IdNr. DE123456789")
    await own(form, "shop_url", "morgenrot.example")
    await save(form)
    await form.getByText(texts.brandingProblems.vatIdInvalid).waitFor()
    await form.getByText(texts.brandingProblems.urlInvalid).waitFor()
    await own(form, "legal_vat_id", "DE123456789")
    await own(form, "shop_url", "https://morgenrot.example")
    await own(form, "legal_company", "Morgenrot & Söhne GmbH")
    await own(form, "legal_address", "Speicherstraße 12\n20457 Hamburg")
    await own(form, "footer_lines", "Geschäftsführung: Jule Petersen\nBio nach EG-Öko-Verordnung")
    await mailWith(form, "Speicherstraße 12<br>20457 Hamburg<br>")
    expect(await axeViolations(page, "[role=dialog]")).toEqual([])
    await screenshot(page, `${language}-branding-footer`)

    await form.getByRole("button", { name: texts.actions.cancel }).click()
    const question = page.getByRole("alertdialog")
    await question.getByText(texts.unsaved.title).waitFor()
    await question.getByRole("button", { name: texts.unsaved.stay }).click()
    await save(form)
    await row(section, "legal_address", "own").getByText("20457 Hamburg").waitFor()
    const { fields } = await ofShop.read()
    expect(fields.legal_address.value).toBe("Speicherstraße 12\n20457 Hamburg")
    expect(fields.footer_lines.value).toEqual(["Geschäftsführung: Jule Petersen", "Bio nach EG-Öko-Verordnung"])
    const log = section.getByTestId("settings-log")
    await log.getByText(texts.settingNames.legal_company, { exact: true }).first().waitFor()
  })

  it("keeps what was typed when somebody else saved meanwhile", async () => {
    const { form } = await open("header")
    await own(form, "shop_name", "Mein Name")
    await ofShop.save({ shop_name: "Ein anderer Name" })
    await save(form)
    await form.getByTestId("conflict-notice").waitFor()
    const input = form.getByRole("textbox", { name: name("shop_name"), exact: true })
    expect(await input.inputValue()).toBe("Mein Name")
    await form.getByRole("button", { name: texts.settingsForm.loadNewer }).click()
    await expect.poll(() => input.inputValue()).toBe("Ein anderer Name")
  })
})
