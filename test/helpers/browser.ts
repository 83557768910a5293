import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { testShop } from "./test-shop"
import { adminApi } from "../../demo/parts/admin-api"
import { TEST_HOME } from "../../demo/parts/repository"
import type { TestShop } from "./start-test-shop"

export { launchBrowser } from "../../demo/parts/launch-browser"

/** Languages the admin is tested in. */
export type AdminLanguage = "en" | "de"

const SCREENSHOTS = join(TEST_HOME, "screenshots")
const SIZE = { width: 1440, height: 1000 }

/** How long an expected thing on a page may take, in milliseconds; the machine may be busy. */
const PATIENCE_MS = 30_000

/**
 * An empty page, logged in to the admin, in `language`; without a shop and its user that of all tests. Logged in as the
 * form of the admin does it, but without loading that: the form is Medusa's.
 */
export async function openAdmin(
  browser: Browser,
  language: AdminLanguage,
  { baseUrl, admin }: Pick<TestShop, "baseUrl" | "admin"> = testShop(),
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: SIZE,
    locale: language === "de" ? "de-DE" : "en-GB",
    timezoneId: "Europe/Berlin",
    acceptDownloads: true,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  // Where the admin keeps the language its user has chosen.
  await context.addCookies([{ name: "lng", value: language, url: baseUrl }])
  const { headers } = await adminApi(baseUrl, admin.email, admin.password)
  const session = await context.request.post(`${baseUrl}/auth/session`, { headers })
  if (!session.ok()) throw new Error(`${admin.email} got no session: ${await session.text()}`)
  return { context, page: await context.newPage() }
}

/** Writes what is on the page to `.test-output/screenshots/<name>.png`, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  // What is still sliding in is shown where it will come to rest.
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: "disabled" })
}
