import type { HttpTypes } from "@medusajs/framework/types"
import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { AdminDunning } from "../../src/api/dunning-types"
import { axeViolations } from "../helpers/axe"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { openFirstMail, openOrder, seeState, TEXTS } from "./admin-page"
import { answer, comingSentence, dunningOf, openNext, stepName, waitForDunning } from "./dunning-page"
import { hasSidewaysScroll } from "./settings-page"

const FIRST = { kind: "payment-info", level: 1 } as const
const SECOND = { kind: "payment-reminder", level: 1 } as const
const NARROW = { width: 420, height: 900 }
const WIDE = { width: 1440, height: 1000 }

let shop: ShopClient
let browser: Browser

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
})

describe.each<AdminLanguage>(["en", "de"])("what comes next, in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page
  let email: string
  let order: HttpTypes.StoreOrder
  let customerId: string
  const problems: string[] = []

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
  })

  beforeEach(async () => {
    email = uniqueAddress("offen")
    order = await shop.placeOrder({ email })
    await shop.waitForMail(order.id, "sent")
    const isPlanned = ({ next }: AdminDunning) => next?.kind === FIRST.kind
    customerId = (await waitForDunning(shop, order.id, "the first step is planned", isPlanned)).customer_id!
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-next-${language}-${task.id}`)
    await page.setViewportSize(WIDE)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await context?.close()
  })

  const openMenu = async (next: Locator, entry: string) => {
    await next.getByRole("button", { name: texts.planMenu.label }).click()
    await page.getByRole("menuitem", { name: entry, exact: true }).click()
  }

  /** Fills the form of a stop and saves it. */
  const stop = async (entry: { reason: string; until?: string; submit: string }) => {
    const form = page.getByTestId("stop-form")
    await form.getByLabel(texts.stopForm.reason, { exact: true }).fill(entry.reason)
    if (entry.until) await form.getByLabel(texts.stopForm.until, { exact: true }).fill(entry.until)
    await form.getByRole("button", { name: entry.submit, exact: true }).click()
    await form.waitFor({ state: "detached" })
  }

  it("says which mail comes when, and what follows", async () => {
    const { next, later } = await dunningOf(shop, order.id)
    const area = await openNext(page, order.id)
    await area.getByText(comingSentence(language, next!)).waitFor()
    expect(await area.getByRole("listitem").count()).toBe(later.length)
    for (const mail of later) expect(await area.innerText()).toContain(stepName(language, mail))
    expect(await axeViolations(page, '[data-testid="order-mails-section"]')).toEqual([])
    await screenshot(page, `${language}-next`)
    await page.setViewportSize(NARROW)
    await area.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-next-narrow`)
  })

  it("sends the next mail now, and shows the one after it", async () => {
    const area = await openNext(page, order.id)
    await area.getByRole("button", { name: texts.sendNow.confirm }).click()
    await answer(page, texts.sendNow.title, texts.sendNow.confirm)
    const section = page.getByTestId("order-mails-section")
    await section.getByRole("button", { name: stepName(language, FIRST), exact: true }).waitFor()
    await seeState(section, "sent")
    await area.getByText(stepName(language, SECOND)).first().waitFor()
    const { next } = await waitForDunning(
      shop,
      order.id,
      "the second step is next",
      (d) => d.next?.kind === SECOND.kind,
    )
    await area.getByText(comingSentence(language, next!)).waitFor()
    expect(await shop.inbox.messagesTo(email)).toHaveLength(2)
  })

  it("skips a mail, and the timeline says who did", async () => {
    const area = await openNext(page, order.id)
    await area.getByRole("button", { name: texts.skip.confirm }).click()
    await answer(page, texts.skip.title, texts.skip.confirm)
    const section = page.getByTestId("order-mails-section")
    await seeState(section, "skipped")
    const { next } = await dunningOf(shop, order.id)
    expect(next).toMatchObject(SECOND)
    await area.getByText(comingSentence(language, next!)).waitFor()
    const drawer = await openFirstMail(page, section)
    await drawer.getByText(texts.reasons["step-skipped"]).first().waitFor()
    await drawer.getByText(shop.admin.email).first().waitFor()
    expect(await shop.inbox.messagesTo(email)).toHaveLength(1)
  })

  it("pauses the plan for a reason until a day, and goes on", async () => {
    const area = await openNext(page, order.id)
    await openMenu(area, texts.planMenu.pause)
    const form = page.getByTestId("stop-form")
    await form.getByRole("button", { name: texts.stopForm.pauseSubmit, exact: true }).click()
    await form.getByText(texts.stopProblems.reasonMissing).waitFor()
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await screenshot(page, `${language}-next-pause`)
    const until = `${new Date().getFullYear() + 1}-01-15`
    await stop({ reason: "Wartet auf eine Gutschrift", until, submit: texts.stopForm.pauseSubmit })

    const entry = area.getByTestId("dunning-stop")
    await entry.getByText("Wartet auf eine Gutschrift").waitFor()
    await entry.getByText(texts.stopTitles.plan).waitFor()
    expect(await area.innerText()).toContain(texts.noStepReasons.paused)
    expect(await area.getByRole("button", { name: texts.sendNow.confirm }).count()).toBe(0)
    expect((await dunningOf(shop, order.id)).stops).toMatchObject([{ scope: "plan", until, active: true }])
    await screenshot(page, `${language}-next-paused`)

    await entry.getByRole("button", { name: texts.stops.lift }).click()
    await answer(page, texts.stops.liftTitle, texts.stops.lift)
    await entry.waitFor({ state: "detached" })
    expect((await dunningOf(shop, order.id)).stops).toMatchObject([{ scope: "plan", active: false }])
  })

  it("stops a customer from the order, and lifts that on the customer's page", async () => {
    const area = await openNext(page, order.id)
    await openMenu(area, texts.planMenu.stop)
    const form = page.getByTestId("stop-form")
    await form.getByRole("combobox").click()
    await page.getByRole("option", { name: texts.stopScopes.customer }).click()
    await stop({ reason: "Insolvenz <b>angemeldet</b>", submit: texts.stopForm.submit })
    await area.getByText(texts.noStepReasons.stopped).waitFor()
    await area.getByText("Insolvenz <b>angemeldet</b>").waitFor()

    await page.goto(`${shop.baseUrl}/app/customers/${customerId}`)
    const customer = page.getByTestId("customer-stops")
    await customer.getByText(texts.customerStops.stopped).waitFor()
    await customer.getByText(shop.admin.email, { exact: false }).waitFor()
    expect(await axeViolations(page, '[data-testid="customer-stops"]')).toEqual([])
    await screenshot(page, `${language}-customer-stopped`)
    await customer.getByRole("button", { name: texts.stops.lift }).click()
    await answer(page, texts.stops.liftTitle, texts.stops.lift)
    await customer.getByText(texts.customerStops.reminded).waitFor()
    await customer.locator('[data-testid="dunning-stop"][data-is-active="false"]').waitFor()

    const again = await openNext(page, order.id)
    expect(await again.getByTestId("dunning-stop").count()).toBe(0)
  })

  it("stops a customer from the customer's page", async () => {
    await page.goto(`${shop.baseUrl}/app/customers/${customerId}`)
    const customer = page.getByTestId("customer-stops")
    await customer.getByText(texts.customerStops.reminded).waitFor()
    await customer.getByRole("button", { name: texts.stopForm.submit }).click()
    await stop({ reason: "Streit um die Rechnung", submit: texts.stopForm.submit })
    await customer.getByText(texts.customerStops.stopped).waitFor()
    await page.setViewportSize(NARROW)
    expect(await hasSidewaysScroll(page)).toBe(false)
    await screenshot(page, `${language}-customer-narrow`)
    await waitForDunning(shop, order.id, "the order is stopped", ({ reason }) => reason === "stopped")
  })

  it("ends the plan and takes it up again", async () => {
    const area = await openNext(page, order.id)
    await openMenu(area, texts.planMenu.end)
    await answer(page, texts.endPlan.title, texts.endPlan.confirm)
    await area.getByText(texts.noStepReasons["plan-ended"]).waitFor()
    expect(await area.getByRole("listitem").count()).toBe(0)
    await area.getByRole("button", { name: texts.resumePlan.action }).click()
    await area.getByText(stepName(language, FIRST)).first().waitFor()
    expect(await dunningOf(shop, order.id)).toMatchObject({ ended_at: null, next: FIRST })
  })

  it("asks for another address when the last mail did not arrive", async () => {
    const refused = await shop.placeOrder({ email: `refuse-550@${email.split("@")[0]!.replace(".", "-")}.example.com` })
    const failed = await shop.waitForMail(refused.id, "failed")
    await waitForDunning(shop, refused.id, "the plan waits", ({ reason }) => reason === "last-mail-undelivered")
    const area = await openNext(page, refused.id)
    const notice = area.getByTestId("undelivered-notice")
    await notice.getByText(texts.undelivered.title).waitFor()
    expect(await area.getByRole("button", { name: texts.sendNow.confirm }).count()).toBe(0)
    expect(await axeViolations(page, '[data-testid="what-comes-next"]')).toEqual([])
    await screenshot(page, `${language}-next-undelivered`)

    await notice.getByRole("button", { name: texts.undelivered.otherAddress }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("textbox").fill(email)
    await drawer.getByRole("button", { name: texts.resend.submit }).click()
    await notice.waitFor({ state: "detached" })
    const goesOn = ({ next }: AdminDunning) => next?.kind === FIRST.kind && next.level === FIRST.level
    const { undelivered_mail_id } = await waitForDunning(shop, refused.id, "the plan goes on", goesOn)
    expect(undelivered_mail_id).toBeNull()
    expect(await shop.mail(failed.id)).toMatchObject({ state: "failed" })
  })

  it("says nothing about an order that is paid", async () => {
    const { order: paid } = await shop.api.get<{ order: HttpTypes.AdminOrder }>(`/admin/orders/${order.id}`, {
      fields: "id,*payment_collections.payments",
    })
    await shop.api.post(`/admin/payments/${paid.payment_collections![0]!.payments![0]!.id}/capture`)
    await waitForDunning(shop, order.id, "the payment is noticed", ({ reason }) => reason === "paid")
    const section = await openOrder(page, order.id)
    await seeState(section, "sent")
    expect(await section.getByTestId("what-comes-next").count()).toBe(0)
  })
})
