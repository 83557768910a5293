import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminOrderMailListResponse } from "../../src/api/types"
import { axeViolations } from "../helpers/axe"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { openFirstMail, openOrder, TEXTS } from "./admin-page"
import { hasSidewaysScroll, openForm, openSection, row, typeOwn } from "./settings-page"

const NARROW = { width: 420, height: 900 }
const WIDE = { width: 1440, height: 1000 }
const KIND = "kind:payment-info"

let shop: ShopClient
let browser: Browser
let b2b: ShopClient["channels"][number]

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!
})

afterAll(() => browser?.close())

describe.each<AdminLanguage>(["en", "de"])("the notifications in %s", (language) => {
  const texts = TEXTS[language]
  const kindName = texts.kinds["payment-info"]
  let context: BrowserContext
  let page: Page
  const problems: string[] = []
  const ofShop = () => sectionSettings(shop, "notifications", b2b.id)
  const ofStore = () => sectionSettings(shop, "notifications", null)

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
  })

  beforeEach(async () => {
    await ofShop().inheritAll()
    await ofStore().inheritAll()
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-notifications-${language}-${task.id}`)
    await page.setViewportSize(WIDE)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await ofShop().inheritAll()
    await ofStore().inheritAll()
    await context?.close()
  })

  const inherits = (name: string) => texts.settingsForm.inheritNamed.replace("{{name}}", name)

  it("shows what goes out and what the shop is told, and where each comes from", async () => {
    await ofStore().save({ "notice:new-order": "digest", notice_language: "fr" })
    await ofShop().save({
      "notice:payment-received": "single",
      notice_recipients: ["a@shop.example", "b@shop.example"],
    })
    const section = await openSection(page, "notifications", b2b.id)
    const kind = row(section, KIND, "options")
    await kind.getByText(texts.notifications.on, { exact: true }).waitFor()
    await kind.getByText(texts.kindClasses.critical, { exact: true }).waitFor()
    await kind.getByText(texts.kindDescriptions["payment-info"]).waitFor()
    await row(section, "notice:new-order", "store").getByText(texts.noticeModes.digest).waitFor()
    await row(section, "notice:payment-received", "own").getByText(texts.noticeModes.single).waitFor()
    await row(section, "notice:mail-bounced", "options").getByText(texts.noticeModes.single).waitFor()
    await row(section, "notice_recipients", "own").getByText("b@shop.example").waitFor()
    await row(section, "notice_language", "store").getByText(texts.languages.fr).waitFor()
    await row(section, "digest_hour", "options").getByText("7:00").waitFor()
    expect(await axeViolations(page, "main")).toEqual([])
    await screenshot(page, `${language}-notifications`)
    await page.setViewportSize(NARROW)
    expect(await hasSidewaysScroll(page)).toBe(false)
    await screenshot(page, `${language}-notifications-narrow`)
  })

  it("asks before customers get an important e-mail no more, and leaves it on where that was not meant", async () => {
    const section = await openSection(page, "notifications", b2b.id)
    const drawer = await openForm(page, section.getByTestId("notifications-kinds"), texts)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await drawer.getByRole("switch", { name: inherits(kindName) }).click()
    const onOff = drawer.getByRole("switch", { name: kindName, exact: true })
    expect(await onOff.isChecked()).toBe(true)
    await onOff.click()
    await screenshot(page, `${language}-notifications-kinds`)
    const save = drawer.getByRole("button", { name: texts.actions.save })
    await save.click()
    const question = page.getByRole("alertdialog")
    await question.getByText(texts.notifications.confirmText).waitFor()
    await screenshot(page, `${language}-notifications-question`)
    await question.getByRole("button", { name: texts.notifications.keep }).click()
    await question.waitFor({ state: "detached" })
    expect((await ofShop().read()).fields[KIND]?.origin).toBe("options")

    await save.click()
    await question.getByRole("button", { name: texts.notifications.confirm }).click()
    await drawer.waitFor({ state: "detached" })
    await row(section, KIND, "own").getByText(texts.notifications.off, { exact: true }).waitFor()
    expect((await ofShop().read()).fields[KIND]).toMatchObject({ value: false, origin: "shop" })
    const log = section.getByTestId("settings-log")
    await log.getByText(texts.settingNames.kind.replace("{{kind}}", kindName)).first().waitFor()

    // Switching it on again takes no question.
    await openForm(page, section.getByTestId("notifications-kinds"), texts)
    await onOff.click()
    await save.click()
    await row(section, KIND, "own").getByText(texts.notifications.on, { exact: true }).waitFor()
  })

  it("says on the order why an e-mail did not go out", async () => {
    await ofShop().save({ [KIND]: false })
    const lines = [{ sku: "ESP-MOR-5000", quantity: 1 }]
    const order = await shop.placeOrder({ email: uniqueAddress(), publishableKey: b2b.publishableKey, lines })
    await shop.waitForMail(order.id, "skipped")
    const drawer = await openFirstMail(page, await openOrder(page, order.id))
    await drawer.getByText(texts.reasons["kind-switched-off"]).first().waitFor()
  })

  it("sets whom the shop's copies go to, in which rhythm and language", async () => {
    const section = await openSection(page, "notifications", b2b.id)
    const drawer = await openForm(page, section.getByTestId("notifications-copies"), texts)
    const choose = async (name: string, option: string) => {
      await drawer.getByRole("switch", { name: inherits(name) }).click()
      await drawer.getByRole("combobox", { name, exact: true }).click()
      await page.getByRole("option", { name: option, exact: true }).click()
    }
    await choose(texts.notices["new-order"], texts.noticeModes.digest)
    await choose(texts.settingNames.notice_language, texts.languages.pl)
    await choose(texts.settingNames.digest_hour, texts.notifications.hour.replace("{{hour}}", "18:00"))
    await typeOwn(drawer, texts, texts.settingNames.notice_recipients, "office@shop.example\nkein Postfach")
    await screenshot(page, `${language}-notifications-copies`)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    const save = drawer.getByRole("button", { name: texts.actions.save })
    await save.click()
    await drawer.getByText(texts.notifications.recipientsProblem).waitFor()
    await screenshot(page, `${language}-notifications-copies-problem`)
    await typeOwn(
      drawer,
      texts,
      texts.settingNames.notice_recipients,
      "office@shop.example\n\n buchhaltung@shop.example ",
    )
    await save.click()
    await drawer.waitFor({ state: "detached" })
    expect((await ofShop().read()).fields).toMatchObject({
      "notice:new-order": { value: "digest", origin: "shop" },
      notice_language: { value: "pl", origin: "shop" },
      digest_hour: { value: 18, origin: "shop" },
      notice_recipients: { value: ["office@shop.example", "buchhaltung@shop.example"], origin: "shop" },
      "notice:mail-failed": { origin: "options" },
    })
    await row(section, "digest_hour", "own").getByText("18:00").waitFor()

    await openForm(page, section.getByTestId("notifications-copies"), texts)
    await drawer.getByRole("switch", { name: inherits(texts.settingNames.notice_recipients) }).click()
    await save.click()
    await row(section, "notice_recipients", "options").getByText(texts.notifications.noRecipients).waitFor()
  })

  it("shows what the server refuses at its field", async () => {
    const section = await openSection(page, "notifications", b2b.id)
    const drawer = await openForm(page, section.getByTestId("notifications-copies"), texts)
    await typeOwn(drawer, texts, texts.settingNames.notice_recipients, "a@shop.example\nA@shop.example")
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    await drawer.locator('[data-field="notice_recipients"]').getByText("names an address twice").waitFor()
  })

  it("lists what the shop was told, and opens it without an order", async () => {
    const office = uniqueAddress("tagesbericht")
    await ofShop().save({ "notice:new-order": "digest", notice_recipients: [office] })
    const lines = [{ sku: "ESP-MOR-5000", quantity: 1 }]
    await shop.placeOrder({ email: uniqueAddress(), publishableKey: b2b.publishableKey, lines })
    const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000).toISOString()
    const digest = await waitFor(`a digest to ${office}`, async () => {
      await shop.api.post("/admin/workflows-executions/send-merchant-notices/run", { input: { now: tomorrow } })
      const { order_mails } = await shop.api.get<AdminOrderMailListResponse>("/admin/order-mails", { q: office })
      return order_mails.find(({ state }) => state === "sent")
    })
    await page.goto(`${shop.baseUrl}/app/order-mails`)
    const list = page.getByTestId("order-mails-page")
    await list.getByRole("searchbox").fill(office)
    // Another order of the shop may have made another digest meanwhile, which stands above it.
    const digestRow = list.locator("tbody tr", { hasText: office }).filter({ hasText: digest.subject! }).first()
    await digestRow.getByText("—", { exact: true }).waitFor()
    await screenshot(page, `${language}-notifications-list`)
    const drawer = await openFirstMail(page, list)
    await drawer.getByText(texts.kinds["merchant-digest"], { exact: true }).waitFor()
    await drawer.getByText(texts.causes["merchant-notice"]).waitFor()
    expect(await drawer.getByRole("button", { name: texts.actions.sendAgain }).count()).toBe(0)
    await screenshot(page, `${language}-notifications-mail`)
  })
})
