import type { Locator, Page } from "playwright-core"
import { testShop } from "../helpers/test-shop"
import type { MailState } from "../../src/api/types"
import deTexts from "../../admin/i18n/json/de.json" with { type: "json" }
import enTexts from "../../admin/i18n/json/en.json" with { type: "json" }

/** What the admin says in each language. */
export const TEXTS = { en: enTexts, de: deTexts }

/** How many mails need attention, as the notice above the list says it. */
export const countText = ({ list }: typeof enTexts, count: number): string =>
  (count === 1 ? list.troubleCount_one : list.troubleCount_other).replace("{{count}}", String(count))

/** The section "E-mails" of an order's page. */
export async function openOrder(page: Page, orderId: string): Promise<Locator> {
  await page.goto(`${testShop().baseUrl}/app/orders/${orderId}`)
  const section = page.getByTestId("order-mails-section")
  await section.scrollIntoViewIfNeeded()
  return section
}

/** Waits until a badge with this state is visible inside `area`. */
export async function seeState(area: Locator, state: MailState): Promise<void> {
  await area.locator(`[data-state-of-mail="${state}"]`).first().waitFor()
}

/** Opens the drawer of the mail that stands in the first row. */
export async function openFirstMail(page: Page, area: Locator): Promise<Locator> {
  await area.locator("tbody tr").first().getByRole("button").first().click()
  const drawer = page.getByRole("dialog")
  await drawer.waitFor()
  return drawer
}
