import type { HttpTypes } from "@medusajs/framework/types"
import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { axeViolations } from "../helpers/axe"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { TEXTS } from "./admin-page"
import { openSection } from "./settings-page"

const NARROW = { width: 420, height: 900 }
const WIDE = { width: 1440, height: 1000 }

let shop: ShopClient
let browser: Browser
let order: HttpTypes.StoreOrder

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
  order = await shop.placeOrder({ email: uniqueAddress(), name: "Wiebke Achterberg" })
})

afterAll(() => browser?.close())

describe.each<AdminLanguage>(["en", "de"])("the preview of the settings in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page
  let b2b: string
  const problems: string[] = []

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
    b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-preview-${language}-${task.id}`)
    await page.setViewportSize(WIDE)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(() => context?.close())

  /** Opens the preview from a page of the settings, which remembers nothing of the last one. */
  async function open(shopId: string | null): Promise<Preview> {
    const section = await openSection(page, "sender", shopId)
    await section.getByRole("button", { name: texts.livePreview.open }).click()
    return previewIn(page)
  }

  it("shows the mail of a shop, light and dark, on a desk and on a phone, and as text", async () => {
    const { area, frame, body, press } = await open(null)
    expect(await frame.getAttribute("sandbox")).toBe("")
    await body.getByText("DE89 3704 0044 0532 0130 00").waitFor()
    await area.getByTestId("preview-subject").getByText("1042").waitFor()
    expect((await frame.boundingBox())?.width).toBe(640)
    await screenshot(page, `${language}-preview-desktop-light`)
    expect(await axeViolations(page, "[role=dialog]")).toEqual([])

    const colors = () => body.evaluate((element) => getComputedStyle(element).backgroundColor)
    const light = await colors()
    await press(texts.livePreview.dark)
    await expect.poll(colors).not.toBe(light)
    await screenshot(page, `${language}-preview-desktop-dark`)

    await press(texts.preview.phone)
    await expect.poll(async () => (await frame.boundingBox())?.width).toBe(375)
    expect(await colors()).not.toBe(light)
    await screenshot(page, `${language}-preview-phone-dark`)
    await press(texts.livePreview.light)
    await expect.poll(colors).toBe(light)

    await press(texts.tabs.text)
    await area.locator("pre").getByText("DE89 3704 0044 0532 0130 00").waitFor()
    await screenshot(page, `${language}-preview-text`)
    expect(await axeViolations(page, "[role=dialog]")).toEqual([])
  })

  it("shows it in the dark of the admin as in its light", async () => {
    await page.emulateMedia({ colorScheme: "dark" })
    try {
      const { body, press } = await open(null)
      const background = () => body.evaluate((element) => getComputedStyle(element).backgroundColor)
      await expect.poll(background).toMatch(/^rgb\(2\d\d, 2\d\d, 2\d\d\)$/)
      await press(texts.livePreview.dark)
      await expect.poll(background).toMatch(/^rgb\(\d\d, \d\d, \d\d\)$/)
    } finally {
      await page.emulateMedia({ colorScheme: null })
    }
  })

  it("shows any language, and what is saved for the shop that is chosen", async () => {
    const ofShop = sectionSettings(shop, "branding", b2b)
    await ofShop.save({ shop_name: "Großverbraucher-Kontor" })
    try {
      const { area, body } = await open(b2b)
      await body.getByText("Großverbraucher-Kontor").first().waitFor()
      await area.getByRole("combobox", { name: texts.testMail.language }).click()
      await page.getByRole("option", { name: texts.languages.pl }).click()
      await body.getByText("Wiśniewska").first().waitFor()
    } finally {
      await ofShop.inheritAll()
    }
  })

  it("shows a real order by its number, and knows which number is none", async () => {
    const { area, body } = await open(null)
    await body.getByText("DE89 3704 0044 0532 0130 00").waitFor()
    const number = area.getByRole("combobox", { name: texts.livePreview.order })
    await number.fill("9999999")
    await area.getByText(texts.testMail.orderNotFound).waitFor()
    // What was shown stays.
    await body.getByText("DE89 3704 0044 0532 0130 00").waitFor()
    await number.fill(`#${order.display_id}`)
    await body.getByText("Wiebke Achterberg").first().waitFor()
    expect(await area.getByTestId("preview-subject").innerText()).toContain(String(order.display_id))
    expect(await number.getAttribute("list")).not.toBeNull()
    await number.fill("")
    await area.getByTestId("preview-subject").getByText("1042").waitFor()
  })

  it("shows what is typed beside it, and stays on what works while something else is typed", async () => {
    const section = await openSection(page, "texts", null)
    await section.locator('[data-setting$=":payment-info.heading"] button').click()
    const dialog = page.getByRole("dialog")
    const inherits = dialog.getByRole("switch").first()
    const { area, body, frame } = await previewIn(page)
    await body.getByText("DE89 3704 0044 0532 0130 00").waitFor()
    await inherits.click()
    const words = dialog.getByRole("textbox").first()
    await words.fill("So wird’s gemacht")
    await body.getByText("So wird’s gemacht").waitFor()
    await words.fill("So wird’s gemacht, {{nope}}")
    await dialog.getByTestId("text-findings").getByText("{{nope}}").waitFor()
    await body.getByText("So wird’s gemacht", { exact: true }).waitFor()
    await screenshot(page, `${language}-preview-beside`)
    await page.setViewportSize(NARROW)
    await frame.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-preview-beside-narrow`)
    await page.setViewportSize(WIDE)

    // Nothing is typed any more, so nobody asks.
    await inherits.click()
    await page.keyboard.press("Escape")
    await area.waitFor({ state: "detached" })
  })

  it("is used with the keyboard, fits on a phone, and goes away with Escape", async () => {
    await page.setViewportSize(NARROW)
    const { area, body, frame } = await open(null)
    await body.waitFor()
    expect((await frame.boundingBox())!.width).toBeLessThan(NARROW.width)
    await area.getByRole("button", { name: texts.livePreview.dark }).focus()
    await page.keyboard.press("Enter")
    await area.getByRole("button", { name: texts.livePreview.dark, pressed: true }).waitFor()
    await page.keyboard.press("Tab")
    expect(await area.getByRole("region", { name: texts.livePreview.mail }).evaluate(isFocused)).toBe(true)
    await screenshot(page, `${language}-preview-narrow`)
    await page.keyboard.press("Escape")
    await area.waitFor({ state: "detached" })
  })
})

const isFocused = (element: Element) => element === element.ownerDocument.activeElement

interface Preview {
  area: Locator
  /** The one that is shown, while the next is laid out behind it. */
  frame: Locator
  /** Of the mail. */
  body: Locator
  press: (name: string) => Promise<void>
}

async function previewIn(page: Page): Promise<Preview> {
  const area = page.getByTestId("live-preview")
  await area.waitFor()
  const frame = area.locator('iframe[data-shown="true"]')
  return {
    area,
    frame,
    body: frame.contentFrame().locator("body"),
    press: (name) => area.getByRole("button", { name, exact: true }).click(),
  }
}
