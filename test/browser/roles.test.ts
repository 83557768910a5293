import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import type { AdminOrderMail } from "../../src/api/types"
import { launchBrowser, openAdmin, screenshot } from "../helpers/browser"
import { shopClient, uniqueAddress, type ShopClient } from "../helpers/shop"
import { startRolesShop, type RolesShop } from "../helpers/start-roles-shop"
import { openFirstMail, seeState, TEXTS } from "./admin-page"
import { waitForDunning } from "./dunning-page"

let roles: RolesShop
let shop: ShopClient
let browser: Browser
let mail: AdminOrderMail
let customerId: string
/** Everything the dashboard shows, except what is ours. */
let ordinary: string[]

const contexts: BrowserContext[] = []
const pages: Page[] = []

beforeAll(async () => {
  roles = await startRolesShop()
  shop = await shopClient(roles.shop)
  browser = await launchBrowser()
  const { policies } = await roles.api.get<{ policies: { key: string }[] }>("/admin/rbac/policies", { limit: 1000 })
  ordinary = policies.map(({ key }) => key).filter((key) => key.endsWith(":read") && !key.startsWith("order_mail"))
  const order = await shop.placeOrder({ email: uniqueAddress() })
  mail = await shop.waitForMail(order.id, "sent")
  const planned = await waitForDunning(shop, order.id, "the order is planned", ({ next }) => next !== null)
  customerId = planned.customer_id!
})

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await screenshot(pages.at(-1)!, `failed-roles-${task.id}`)
})

afterAll(async () => {
  for (const context of contexts) await context.close()
  await browser?.close()
  await roles?.stop()
})

/** The admin as a new user with these permissions besides the ordinary ones. */
async function signIn(name: string, permissions: string[]): Promise<Page> {
  const admin = await roles.createUser(`${name}-browser`, [...ordinary, ...permissions])
  const { context, page } = await openAdmin(browser, "de", { baseUrl: shop.baseUrl, admin })
  contexts.push(context)
  pages.push(page)
  return page
}

const open = (page: Page, path: string) => page.goto(`${shop.baseUrl}/app${path}`)

async function openSection(page: Page): Promise<Locator> {
  await open(page, `/orders/${mail.order_id}`)
  const section = page.getByTestId("order-mails-section")
  await seeState(section, "sent")
  return section
}

const texts = TEXTS.de
const rowMenu = (section: Locator) => section.locator("tbody tr").first().getByRole("button").last()

/** What the menu behind a button offers. It stays open, so what follows begins with a new look at the page. */
async function menuEntries(page: Page, button: Locator): Promise<string[]> {
  await button.click()
  const entries = page.getByRole("menuitem")
  await entries.first().waitFor()
  return entries.allInnerTexts()
}

describe("a user who may only read mails", () => {
  let page: Page
  beforeAll(async () => {
    page = await signIn("reader", ["order_mail:read"])
  })

  it("sees them on the order, and no button that sends", async () => {
    const section = await openSection(page)
    expect(await section.getByRole("button", { name: texts.actions.sectionMenu }).count()).toBe(0)
    const next = section.getByTestId("what-comes-next")
    await next.getByText(texts.next.title).waitFor()
    expect(await next.getByRole("button").count()).toBe(0)
    expect(await menuEntries(page, rowMenu(section))).toEqual([texts.actions.open])
    const drawer = await openFirstMail(page, await openSection(page))
    await drawer.getByText(texts.timeline.queued).waitFor()
    expect(await drawer.getByRole("button", { name: texts.actions.sendAgain }).count()).toBe(0)
    await screenshot(page, "roles-reader")
  })

  it("sees a customer's stops and the upcoming mails, and no button that decides about them", async () => {
    await open(page, `/customers/${customerId}`)
    const stops = page.getByTestId("customer-stops")
    await stops.getByText(texts.customerStops.reminded).waitFor()
    expect(await stops.getByRole("button").count()).toBe(0)
    await open(page, "/upcoming-order-mails")
    const upcoming = page.getByTestId("upcoming-page")
    await upcoming.locator("tbody tr").first().waitFor()
    expect(await upcoming.getByRole("checkbox").count()).toBe(0)
  })

  it("is told that the settings are for others", async () => {
    await open(page, "/settings/order-mails")
    const denied = page.getByTestId("access-denied")
    await denied.getByText("order_mail_settings:update").waitFor()
    expect(await denied.innerText()).toContain(texts.accessDenied.title)
    await screenshot(page, "roles-settings-denied")
  })
})

describe("a user who may do nothing with mails", () => {
  let page: Page
  beforeAll(async () => {
    page = await signIn("nothing", [])
    // Remembers whether the section was there, however shortly.
    await page.addInitScript(() => {
      const look = () => {
        if (document.querySelector("[data-testid=order-mails-section]"))
          document.documentElement.dataset.flashed = "yes"
      }
      new MutationObserver(look).observe(document, { childList: true, subtree: true })
    })
  })

  it("sees the order without the section, not even for a moment", async () => {
    const known = page.waitForResponse((response) => response.url().endsWith("/admin/order-mails/permissions"))
    await open(page, `/orders/${mail.order_id}`)
    await page.getByText(`#${mail.order_number}`).first().waitFor()
    await (await known).finished()
    await page.getByText(mail.recipient!).first().waitFor()
    expect(await page.getByTestId("order-mails-section").count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.dataset.flashed)).toBeUndefined()
    await screenshot(page, "roles-nothing")
  })

  it("sees a customer without the section", async () => {
    await open(page, `/customers/${customerId}`)
    await page.getByText(mail.recipient!).first().waitFor()
    expect(await page.getByTestId("customer-stops").count()).toBe(0)
  })

  it.each(["/order-mails", "/upcoming-order-mails"])("is told that %s is for others", async (path) => {
    await open(page, path)
    await page.getByTestId("access-denied").getByText("order_mail:read").waitFor()
  })
})

describe("a user who may send", () => {
  it("has the buttons, but not the one that also changes the order", async () => {
    const page = await signIn("sender", ["order_mail:read", "order_mail:create"])
    const sectionMenu = (await openSection(page)).getByRole("button", { name: texts.actions.sectionMenu })
    expect(await menuEntries(page, sectionMenu)).toEqual([texts.actions.sendKind])
    const menuOfRow = rowMenu(await openSection(page))
    expect(await menuEntries(page, menuOfRow)).toEqual([texts.actions.open, texts.actions.sendAgain])
    const drawer = await openFirstMail(page, await openSection(page))
    await drawer.getByRole("button", { name: texts.actions.sendAgain }).click()
    await drawer.getByRole("button", { name: texts.resend.submit }).waitFor()
    expect(await drawer.getByRole("checkbox").count()).toBe(0)
  })
})

describe("a user who may manage the settings only", () => {
  it("sees them", async () => {
    const page = await signIn("manager", ["order_mail_settings:update"])
    await open(page, "/settings/order-mails")
    await page.getByText("morgenrot-kaffee.example").first().waitFor()
    expect(await page.getByTestId("access-denied").count()).toBe(0)
  })
})
