import type { HttpTypes } from "@medusajs/framework/types"
import { readFileSync } from "node:fs"
import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { axeViolations } from "../helpers/axe"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminUpcomingResponse } from "../../src/api/dunning-types"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { TEXTS } from "./admin-page"
import { dayName, stepName, waitForDunning } from "./dunning-page"
import { hasSidewaysScroll } from "./settings-page"

const NARROW = { width: 420, height: 900 }
const WIDE = { width: 1440, height: 1000 }

let shop: ShopClient
let browser: Browser
let email: string
let order: HttpTypes.StoreOrder

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
  email = uniqueAddress("vorschau")
  order = await shop.placeOrder({ email, name: "Jürgen <b>O'Neill</b>" })
  await shop.waitForMail(order.id, "sent")
  // Planned at once for the order's own page, for all orders within a minute.
  const planned = async () =>
    (await shop.api.get<AdminUpcomingResponse>("/admin/order-mails/upcoming", { q: email })).count
  await waitFor("the order to be planned", async () => (await planned()) === 3, { timeoutMs: 150_000, everyMs: 500 })
})

afterAll(async () => {
  await browser?.close()
})

describe.each<AdminLanguage>(["en", "de"])("upcoming mails in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-upcoming-${language}-${task.id}`)
    await page.setViewportSize(WIDE)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await context?.close()
  })

  /** The page, narrowed to the order of this file. */
  const open = async (query: Record<string, string> = {}): Promise<Locator> => {
    const search = new URLSearchParams({ q: email, ...query })
    await page.goto(`${shop.baseUrl}/app/upcoming-order-mails?${search.toString()}`)
    const area = page.getByTestId("upcoming-page")
    await area.getByTestId("upcoming-sums").waitFor({ state: "attached" })
    return area
  }
  const rows = (area: Locator) => area.locator("tbody tr")
  const seeRows = (area: Locator, count: number) =>
    expect.poll(() => rows(area).count(), { timeout: 20_000 }).toBe(count)

  it("lists every mail that the plan would send, with day, order, customer and amount", async () => {
    const area = await open()
    await seeRows(area, 3)
    const { next, later } = await waitForDunning(shop, order.id, "the plan", (dunning) => dunning.next !== null)
    for (const [index, mail] of [next!, ...later].entries()) {
      const words = await rows(area).nth(index).innerText()
      expect(words).toContain(stepName(language, mail))
      expect(words).toContain(dayName(language, mail.at))
      expect(words).toContain(`#${order.display_id}`)
      expect(words).toContain("Jürgen <b>O'Neill</b>")
      expect(words).toContain(email)
    }
    const money = new Intl.NumberFormat(language, { style: "currency", currency: order.currency_code })
    expect(await area.getByTestId("upcoming-sums").innerText()).toContain(money.format(order.total))
    expect(await axeViolations(page, '[data-testid="upcoming-page"]')).toEqual([])
    await screenshot(page, `${language}-upcoming`)
    await page.setViewportSize(NARROW)
    expect(await hasSidewaysScroll(page)).toBe(false)
    await screenshot(page, `${language}-upcoming-narrow`)
  })

  it("narrows them by time and by filters, and keeps that in the address", async () => {
    const area = await open()
    await seeRows(area, 3)
    await area.getByRole("button", { name: texts.periods.today, exact: true }).click()
    await area.getByText(texts.upcoming.filteredTitle).or(area.getByText(texts.upcoming.emptyTitle)).waitFor()
    expect(new URL(page.url()).searchParams.get("period")).toBe("today")
    await area.getByRole("button", { name: texts.periods.all, exact: true }).click()
    await seeRows(area, 3)

    await area.getByRole("button", { name: texts.list.filter }).click()
    await page.getByRole("menuitem", { name: texts.fields.kind, exact: true }).click()
    const reminder = page.getByRole("listitem").filter({ hasText: texts.kinds["payment-reminder"] })
    const isChosen = (url: URL) => url.searchParams.get("kind") === '"payment-reminder"'
    // Options that are still sliding in miss a click; a second one on an option that is chosen would take it back.
    const choose = async () => {
      if (!isChosen(new URL(page.url()))) await reminder.click()
      await page.waitForURL(isChosen, { timeout: 2_000 }).catch(() => undefined)
      return rows(area).count()
    }
    await expect.poll(choose, { timeout: 60_000, interval: 300 }).toBe(2)
    await page.keyboard.press("Escape")
    await seeRows(area, 2)
    await page.reload()
    await seeRows(area, 2)
    const filtered = await open({ kind: '"payment-reminder"', level: '"2"', plan_type: '"prepayment"' })
    await seeRows(filtered, 1)
    const empty = await open({ plan_type: '"invoice"' })
    await empty.getByText(texts.upcoming.filteredTitle).waitFor()
    await seeRows(empty, 0)
  })

  it("saves what it lists as a file", async () => {
    const area = await open({ kind: '"payment-reminder"' })
    await seeRows(area, 2)
    const started = page.waitForEvent("download")
    await area.getByRole("button", { name: texts.upcoming.download }).click()
    const download = await started
    expect(download.suggestedFilename()).toMatch(/^upcoming-\d{4}-\d{2}-\d{2}\.csv$/)
    const lines = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n")
    expect(lines).toHaveLength(3)
    expect(lines.slice(1).every((line) => line.includes(email) && line.includes("payment-reminder"))).toBe(true)
  })

  it("leads to the order", async () => {
    const area = await open()
    await seeRows(area, 3)
    await rows(area).first().getByRole("link").click()
    await page.waitForURL((url) => url.pathname.endsWith(`/orders/${order.id}`))
    await page.getByTestId("what-comes-next").waitFor()
  })

  it("is in the menu", async () => {
    await page.goto(`${shop.baseUrl}/app/orders`)
    await page.getByRole("link", { name: texts.upcoming.title, exact: true }).click()
    await page.getByTestId("upcoming-page").getByRole("heading", { name: texts.upcoming.title }).waitFor()
  })
})
