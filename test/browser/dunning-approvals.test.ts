import type { HttpTypes } from "@medusajs/framework/types"
import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { DataSource } from "typeorm"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminOrderMail } from "../../src/api/types"
import { ageOrder } from "../helpers/age-order"
import { axeViolations } from "../helpers/axe"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { sectionSettings } from "../helpers/section-settings"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { openFirstMail, openOrder, seeState, TEXTS } from "./admin-page"
import { answer, openNext, stepName } from "./dunning-page"

/** The job runs every minute, and may have begun just before. */
const JOB = { timeoutMs: 150_000, everyMs: 500 }
const STEP = { kind: "payment-info", level: 1 } as const
/** What the B2B shop sells. */
const LINES = [{ sku: "ESP-MOR-5000", quantity: 1 }]
/** Of all orders of this file, and of no other. */
const FAMILY = `Freigabe${Date.now()}`

let shop: ShopClient
let database: DataSource
let settings: ReturnType<typeof sectionSettings<"dunning">>
let browser: Browser
let publishableKey: string

beforeAll(async () => {
  shop = await shopClient()
  database = await new DataSource({ type: "postgres", url: shop.databaseUrl }).initialize()
  browser = await launchBrowser()
  const b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!
  publishableKey = b2b.publishableKey
  settings = sectionSettings(shop, "dunning", b2b.id)
  await settings.save({
    prepayment_active: true,
    prepayment_steps: [
      {
        ...STEP,
        from: "order",
        days: 5,
        payable_within_days: 3,
        fees: [],
        interest: false,
        offers_cancellation: false,
        copy_to_merchant: false,
        wait_for_approval: true,
      },
    ],
    sending_weekdays: [1, 2, 3, 4, 5, 6, 7],
    sending_from_hour: 0,
    sending_until_hour: 24,
    holiday_country: null,
  })
})

afterAll(async () => {
  await settings?.inheritAll()
  await database?.destroy()
  await browser?.close()
})

/** Orders whose mail is due and waits for approval. */
async function waitingOrders(language: AdminLanguage, count: number): Promise<HttpTypes.StoreOrder[]> {
  const orders: HttpTypes.StoreOrder[] = []
  for (let index = 0; index < count; index++) {
    const name = `Anke ${FAMILY}${language}`
    const order = await shop.placeOrder({ email: uniqueAddress("freigabe"), publishableKey, name, lines: LINES })
    await shop.waitForMail(order.id, "sent")
    await ageOrder(database, order.id, 6)
    orders.push(order)
  }
  for (const order of orders)
    await waitFor("the mail to wait for approval", async () => (await mailOfStep(order)).state === "held", JOB)
  return orders
}

const mailOfStep = async (order: HttpTypes.StoreOrder): Promise<Partial<AdminOrderMail>> =>
  (await shop.mailsOf(order.id)).find(({ level }) => level === STEP.level) ?? {}

describe.each<AdminLanguage>(["de", "en"])("mails that wait for approval, in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page
  let orders: HttpTypes.StoreOrder[]
  const problems: string[] = []

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
    orders = await waitingOrders(language, 4)
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-approvals-${language}-${task.id}`)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await context?.close()
  })

  const openUpcoming = async (): Promise<Locator> => {
    const query = new URLSearchParams({ q: `${FAMILY}${language}`, state: '"awaiting-approval"' })
    await page.goto(`${shop.baseUrl}/app/upcoming-order-mails?${query.toString()}`)
    const area = page.getByTestId("upcoming-page")
    await area.getByTestId("upcoming-sums").waitFor({ state: "attached" })
    return area
  }
  const seeRows = (area: Locator, count: number) =>
    expect.poll(() => area.locator("tbody tr").count(), { timeout: 20_000 }).toBe(count)

  it("are no trouble, and can be looked at and approved on the order", async () => {
    const order = orders[0]!
    const next = await openNext(page, order.id)
    await next.getByText(texts.approvals.waiting.replace("{{mail}}", stepName(language, STEP))).waitFor()
    const section = await openOrder(page, order.id)
    await section.getByText(texts.awaitingApproval.label).waitFor()
    expect(await axeViolations(page, '[data-testid="order-mails-section"]')).toEqual([])
    await screenshot(page, `${language}-approval-order`)
    const troubled = { order_id: order.id, attention: "true" }
    expect(await shop.api.get("/admin/order-mails", troubled)).toMatchObject({ count: 0 })

    await next.getByRole("button", { name: texts.approvals.approve }).click()
    await page.getByText(texts.approvals.approved_one.replace("{{count}}", "1")).first().waitFor()
    const mail = await mailOfStep(order)
    expect((await shop.waitForState(mail.id!, "sent")).timeline).toContainEqual(
      expect.objectContaining({ type: "approved", user: expect.objectContaining({ email: shop.admin.email }) }),
    )
  })

  it("can be declined in the mail itself", async () => {
    const order = orders[1]!
    const drawer = await openFirstMail(page, await openOrder(page, order.id))
    await drawer.getByText(texts.awaitingApproval.sentence).waitFor()
    expect(await drawer.getByRole("button", { name: texts.actions.sendAgain }).count()).toBe(0)
    await drawer.getByRole("button", { name: texts.approvals.decline }).click()
    await answer(page, texts.approvals.declineTitle_one, texts.approvals.decline)
    await seeState(drawer, "skipped")
    expect(await mailOfStep(order)).toMatchObject({ state: "skipped", state_reason: "step-skipped" })
  })

  it("are approved many at once", async () => {
    const area = await openUpcoming()
    await seeRows(area, 2)
    await page.getByRole("checkbox", { name: texts.upcoming.selectAll }).click()
    const bar = page.getByTestId("approval-bar")
    await bar.getByText(texts.upcoming.selected_other.replace("{{count}}", "2")).waitFor()
    expect(await axeViolations(page, '[data-testid="upcoming-page"]')).toEqual([])
    await screenshot(page, `${language}-approval-selected`)
    await bar.getByRole("button", { name: texts.approvals.approve }).click()
    await page.getByText(texts.approvals.approved_other.replace("{{count}}", "2")).first().waitFor()
    await seeRows(area, 0)
    await bar.waitFor({ state: "detached" })
    for (const order of orders.slice(2)) await shop.waitForState((await mailOfStep(order)).id!, "sent")
  })
})
