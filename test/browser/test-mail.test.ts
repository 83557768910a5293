import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { TEXTS } from "./admin-page"
import { openSettings } from "./settings-page"

let shop: ShopClient
let browser: Browser

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe.each<AdminLanguage>(["en", "de"])("the form for test mails in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-test-mail-${language}-${task.id}`)
  })
  afterAll(() => context?.close())

  async function open() {
    const section = await openSettings(page, null)
    await section.getByRole("button", { name: texts.testMail.open }).click()
    const drawer = page.getByTestId("test-mail-form")
    await drawer.waitFor()
    return {
      drawer,
      address: drawer.getByRole("textbox", { name: texts.fields.address }),
      order: drawer.getByRole("textbox", { name: texts.testMail.orderNumber }),
      submit: () => drawer.getByRole("button", { name: texts.testMail.submit }).click(),
      result: drawer.getByTestId("test-mail-result"),
    }
  }

  it("sends the sample order to whoever asks for it, and shows what receivers check", async () => {
    const { address, submit, result, drawer } = await open()
    await expect.poll(() => address.inputValue()).toBe(shop.admin.email)
    const to = uniqueAddress("probe")
    await address.fill(to)
    await submit()
    await result.and(page.locator('[data-result="accepted"]')).waitFor()
    await result.getByText(texts.testResults.accepted).waitFor()
    for (const check of ["spf", "dkim", "dmarc", "reply-to", "text-part", "alt-texts", "size", "spam"])
      await result.locator(`[data-check="${check}"]`).waitFor()
    expect(await drawer.innerText()).not.toMatch(/\{\{|testFindings|testChecks/)
    expect((await shop.inbox.waitForMessage(to)).text).toMatch(language === "de" ? /Testmail/ : /Test mail/)
    await screenshot(page, `test-mail-${language}`)
  })

  it("sends a real order by its number, and knows which number is none", async () => {
    const placed = await shop.placeOrder({ email: uniqueAddress() })
    const { address, order, submit, result, drawer } = await open()
    const to = uniqueAddress("probe")
    await address.fill(to)
    await order.fill("9999999")
    await submit()
    await drawer.getByText(texts.testMail.orderNotFound).waitFor()
    await order.fill(`#${placed.display_id}`)
    await submit()
    await result.waitFor()
    expect((await shop.inbox.waitForMessage(to)).subject).toContain(String(placed.display_id))
  })

  it("wants exactly one address, and shows what the server refuses", async () => {
    const { address, submit, result, drawer } = await open()
    await address.fill("a@example.com, b@example.com")
    await submit()
    await drawer.getByText(texts.errors.addressInvalid).waitFor()
    const to = `refuse-550@${uniqueAddress().replace("@", ".")}`
    await address.fill(to)
    await submit()
    await result.and(page.locator('[data-result="refused"]')).waitFor()
    await result.getByText("User unknown").waitFor()
  })
})
