import type { Locator, Page } from "playwright-core"
import { testShop } from "../helpers/test-shop"
import { SETTINGS_PAGES, type SettingsPage } from "../../admin/lib/settings-pages"
import type { TEXTS } from "./admin-page"

export type Texts = (typeof TEXTS)["en"]

/** Opens "Sender and domain" of a shop; null: of all shops. */
export const openSettings = (page: Page, shopId: string | null): Promise<Locator> => openSection(page, "sender", shopId)

/** Opens a page of the settings of a shop, null: of all shops, and waits until it has loaded. */
export async function openSection(page: Page, name: SettingsPage, shopId: string | null): Promise<Locator> {
  const { path } = SETTINGS_PAGES.find(({ section }) => section === name)!
  const query = shopId === null ? "" : `?shop_id=${shopId}`
  await page.goto(`${testShop().baseUrl}/app${path}${query}`)
  const section = page.getByTestId(`${name}-section`)
  await section.getByTestId("settings-log").waitFor()
  return section
}

/** Opens the form of a card through its menu. */
export async function openForm(page: Page, card: Locator, texts: Texts): Promise<Locator> {
  await card.getByRole("button", { name: texts.actions.menu.split("{{title}}")[0] }).click()
  await page.getByRole("menuitem", { name: texts.actions.edit }).click()
  const drawer = page.getByRole("dialog")
  await drawer.waitFor()
  return drawer
}

/** Sets a field of its own in place of the inherited one. */
export async function typeOwn(drawer: Locator, texts: Texts, name: string, value: string): Promise<void> {
  const switchName = texts.settingsForm.inheritNamed.replace("{{name}}", name)
  const inherits = drawer.getByRole("switch", { name: switchName, exact: true })
  if (await inherits.isChecked()) await inherits.click()
  await drawer.getByRole("textbox", { name, exact: true }).fill(value)
}

/** The row of a setting, while it comes from there. */
export const row = (card: Locator, field: string, origin: "own" | "store" | "options"): Locator =>
  card.locator(`[data-setting="${field}"]`, { has: card.page().locator(`[data-origin="${origin}"]`) })

/** Whether the page is wider than the window. */
export const hasSidewaysScroll = (page: Page): Promise<boolean> =>
  page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
