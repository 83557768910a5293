import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import { launchBrowser, openAdmin, screenshot } from "../helpers/browser"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { openFirstMail, openOrder, seeState, TEXTS } from "./admin-page"

const texts = TEXTS.en

let shop: ShopClient
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
  ;({ context, page } = await openAdmin(browser, "en"))
})

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await screenshot(page, `failed-${task.id}`)
})

afterAll(async () => {
  await context?.close()
  await browser?.close()
})

describe("what a merchant can do with a mail", () => {
  it("downloads exactly the bytes that the mail server got", async () => {
    const email = uniqueAddress()
    const order = await shop.placeOrder({ email })
    const { id } = await shop.waitForMail(order.id, "sent")
    const { content } = await shop.api.get<{ content: { sha256: string } }>(`/admin/order-mails/${id}/content`)

    const drawer = await openFirstMail(page, await openOrder(page, order.id))
    const started = page.waitForEvent("download")
    await drawer.getByRole("button", { name: texts.actions.downloadEml }).click()
    const bytes = readFileSync(await (await started).path())
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(content.sha256)

    const received = await shop.inbox.waitForMessage(email)
    expect(bytes.equals(await shop.inbox.raw(received.id))).toBe(true)
  })

  it("corrects a mistyped recipient at one press, and the mark is gone", async () => {
    const typed = uniqueAddress().replace(/@.*/, "@gmial.com")
    const meant = typed.replace("gmial", "gmail")
    const question = texts.suggestion.question.replace("{{address}}", meant)
    const order = await shop.placeOrder({ email: typed })
    await shop.waitForMail(order.id, "sent")

    const section = await openOrder(page, order.id)
    await section.getByRole("img", { name: question }).waitFor()
    const drawer = await openFirstMail(page, section)
    await drawer.getByText(question).waitFor()
    await drawer.getByRole("button", { name: texts.suggestion.correct }).click()
    await page.getByText(texts.resend.success).first().waitFor()
    expect(await shop.inbox.waitForMessage(meant)).toMatchObject({ envelope: { to: expect.arrayContaining([meant]) } })
    await drawer.getByText(meant).first().waitFor()
    expect(await drawer.getByTestId("suggestion-notice").count()).toBe(0)

    const corrected = await openOrder(page, order.id)
    await corrected.locator("tbody tr").nth(1).waitFor()
    expect(await corrected.getByRole("img", { name: question }).count()).toBe(0)
    await page.getByText(meant).first().waitFor()
  })

  it("sends a kind now, to another address than the order's", async () => {
    const order = await shop.placeOrder({ email: uniqueAddress() })
    await shop.waitForMail(order.id, "sent")
    const other = uniqueAddress("buchhaltung")

    const section = await openOrder(page, order.id)
    await section.getByRole("button", { name: texts.actions.sectionMenu }).click()
    await page.getByRole("menuitem", { name: texts.actions.sendKind }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("combobox").click()
    await page.getByRole("option", { name: texts.kinds["payment-info"] }).click()
    await drawer.getByLabel(texts.fields.address).fill(other)
    await screenshot(page, "en-send-kind")
    await drawer.getByRole("button", { name: texts.send.submit }).click()

    await section.getByText(other).waitFor()
    await seeState(section.locator("tbody tr").first(), "sent")
    expect(await section.locator("tbody tr").count()).toBe(2)
    expect(await shop.inbox.messagesTo(other)).toHaveLength(1)
  })

  it("cancels a mail that waits for its next try, and asks before", async () => {
    const order = await shop.placeOrder({ email: "defer-451@waiting.example.com" })
    const deferred = await shop.waitForMail(order.id, "deferred")
    // After these tries the next one is a minute away, so that the mail does not leave the state while it is canceled.
    await waitFor("the fourth try", async () => {
      const { attempts, state } = await shop.mail(deferred.id)
      return attempts >= 4 && state === "deferred"
    })

    const section = await openOrder(page, order.id)
    await seeState(section, "deferred")
    const drawer = await openFirstMail(page, section)
    await drawer.getByText("Temporarily deferred, please try again later").first().waitFor()
    await screenshot(page, "en-mail-deferred")
    await drawer.getByRole("button", { name: texts.actions.cancelMail }).click()
    const question = page.getByRole("alertdialog")
    await question.getByText(texts.cancel.title).waitFor()
    await question.getByRole("button", { name: texts.cancel.confirm }).click()

    await seeState(drawer, "canceled")
    const { state, timeline } = await shop.mail(deferred.id)
    expect(state).toBe("canceled")
    const canceled = timeline.find(({ type }) => type === "canceled")
    expect(canceled?.user?.email).toBe(shop.admin.email)
  })
})
