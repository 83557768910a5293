import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import type { AdminOrderMailOverviewResponse } from "../../src/api/types"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { countText, openFirstMail, openOrder, seeState, TEXTS } from "./admin-page"

let shop: ShopClient
let browser: Browser

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
})

describe.each<AdminLanguage>(["en", "de"])("the admin in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-${language}-${task.id}`)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await context?.close()
  })

  it("shows the mail of an order on its way from queued to sent", async () => {
    const email = uniqueAddress()
    // The mail server keeps its answer back, so that "on its way" lasts until it has been seen.
    const rule = await shop.inbox.addRule({ stage: "message", recipient: email, answer: { type: "hold" }, times: 1 })
    const order = await shop.placeOrder({ email, locale: language })

    const section = await openOrder(page, order.id)
    await section.getByRole("heading", { name: texts.domain }).waitFor()
    await seeState(section, "sending")
    await screenshot(page, `${language}-order-sending`)

    await shop.inbox.release(rule.id)
    await seeState(section, "sent")
    await section.getByText(texts.states.sent.label).waitFor()
    await screenshot(page, `${language}-order-sent`)

    const received = await shop.inbox.waitForMessage(email)
    expect(await section.innerText()).toContain(received.subject)
    expect(await section.innerText()).toContain(email)
  })

  it("shows what happened to a mail, and the mail itself", async () => {
    const email = uniqueAddress()
    const order = await shop.placeOrder({ email, locale: language, name: "Jürgen <b>O'Neill</b>" })
    const mail = await shop.waitForMail(order.id, "sent")

    const drawer = await openFirstMail(page, await openOrder(page, order.id))
    const timeline = drawer.getByRole("tabpanel")
    await timeline.getByText(texts.timeline.accepted).waitFor()
    const entries = await timeline.getByRole("listitem").allInnerTexts()
    expect(entries.at(-1)).toContain(texts.timeline.queued)
    expect(entries.at(-1)).toContain(texts.causes["order-placed"])
    expect(entries[0]).toContain(texts.timeline.accepted)
    expect(entries[0]).toContain("queued as")
    await screenshot(page, `${language}-mail-timeline`)

    await drawer.getByRole("tab", { name: texts.tabs.preview }).click()
    const preview = drawer.locator("iframe")
    expect(await preview.getAttribute("sandbox")).toBe("")
    const shown = page.frameLocator("iframe").locator("body")
    await shown.waitFor()
    const html = await shown.innerText()
    expect(html).toContain("DE89 3704 0044 0532 0130 00")
    expect(html).toContain("Jürgen <b>O'Neill</b>")
    await screenshot(page, `${language}-mail-preview`)
    await drawer.getByRole("button", { name: texts.preview.phone }).click()
    expect((await preview.boundingBox())?.width).toBe(390)
    await screenshot(page, `${language}-mail-preview-phone`)

    await drawer.getByRole("tab", { name: texts.tabs.text }).click()
    await drawer.getByRole("tabpanel").getByText("COBADEFFXXX").waitFor()

    await drawer.getByRole("tab", { name: texts.tabs.headers }).click()
    await drawer.getByRole("tabpanel").getByText("Auto-Submitted").waitFor()
    expect(await drawer.getByRole("tabpanel").innerText()).toContain(mail.message_id)
    await screenshot(page, `${language}-mail-headers`)
  })

  it("shows why a mail was refused, and sends it again to a corrected address", async () => {
    const order = await shop.placeOrder({ email: `refuse-550@${language}.example.com`, locale: language })
    await shop.waitForMail(order.id, "failed")

    const section = await openOrder(page, order.id)
    await seeState(section, "failed")
    const drawer = await openFirstMail(page, section)
    await drawer.getByText("User unknown in virtual mailbox table").first().waitFor()
    await drawer.getByText(texts.reasons["address-unknown"]).first().waitFor()
    await screenshot(page, `${language}-mail-refused`)

    const corrected = uniqueAddress("richtig")
    await drawer.getByRole("button", { name: texts.actions.sendAgain }).click()
    await drawer.getByRole("heading", { name: texts.resend.title }).waitFor()
    await drawer.getByLabel(texts.fields.address).fill("no address")
    await drawer.getByRole("button", { name: texts.resend.submit }).click()
    await drawer.getByText(texts.errors.addressInvalid).waitFor()
    await drawer.getByLabel(texts.fields.address).fill(corrected)
    await drawer.getByRole("checkbox").check()
    await screenshot(page, `${language}-mail-send-again`)
    await drawer.getByRole("button", { name: texts.resend.submit }).click()

    await seeState(drawer, "sent")
    await drawer.getByText(shop.admin.email).first().waitFor()
    await screenshot(page, `${language}-mail-sent-again`)
    expect(await shop.inbox.messagesTo(corrected)).toHaveLength(1)
    await page.keyboard.press("Escape")
    await seeState(section, "sent")
    expect(await section.locator("tbody tr").count()).toBe(2)
    const { order: stored } = await shop.api.get<{ order: { email: string } }>(`/admin/orders/${order.id}`, {
      fields: "email",
    })
    expect(stored.email).toBe(corrected)
  })

  it("lists the mails of all orders, and filters and searches them", async () => {
    const email = uniqueAddress("suche")
    const order = await shop.placeOrder({ email, locale: language })
    await shop.waitForMail(order.id, "sent")
    const refused = await shop.placeOrder({ email: `full-552@${language}.example.com`, locale: language })
    await shop.waitForMail(refused.id, "failed")

    await page.goto(`${shop.baseUrl}/app/orders`)
    await page.getByRole("link", { name: texts.domain, exact: true }).click()
    const list = page.getByTestId("order-mails-page")
    await list.getByText(email).waitFor()
    await screenshot(page, `${language}-list`)

    await list.getByRole("button", { name: texts.list.showTrouble }).click()
    await list.getByText(email).waitFor({ state: "detached" })
    await list.getByText(`full-552@${language}.example.com`).first().waitFor()
    const { failed_count: count } = await shop.api.get<AdminOrderMailOverviewResponse>("/admin/order-mails/overview")
    await list.getByText(countText(texts, count)).waitFor()
    const rows = await list.locator("tbody tr").count()
    expect(rows).toBe(Math.min(count, 20))
    expect(await list.locator('tbody [data-state-of-mail="failed"]').count()).toBe(rows)
    // Sent again in an earlier test.
    expect(await list.getByText(`refuse-550@${language}.example.com`).count()).toBe(0)
    await screenshot(page, `${language}-list-failed`)

    await page.goto(`${shop.baseUrl}/app/order-mails`)
    await list.getByRole("searchbox").fill(email)
    await list.getByText(`full-552@${language}.example.com`).first().waitFor({ state: "detached" })
    expect(await list.locator("tbody tr").count()).toBe(1)
    await list.locator("tbody").getByText(email).waitFor()
  })
})
