import type { Locator, Page } from "playwright-core"
import { inject } from "vitest"
import type { AdminSenderField } from "../../src/api/sender-settings-types"
import type { TEXTS } from "./admin-page"

export type Texts = (typeof TEXTS)["en"]

/** Opens the settings of a shop; null: those of all shops. */
export async function openSettings(page: Page, shopId: string | null): Promise<Locator> {
  const query = shopId === null ? "" : `?shop_id=${shopId}`
  await page.goto(`${inject("shop").baseUrl}/app/settings/order-mails${query}`)
  const section = page.getByTestId("sender-section")
  await section.getByTestId("sender-settings").waitFor()
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
  const inherits = drawer.getByRole("switch", { name: texts.settingsForm.inheritNamed.replace("{{name}}", name) })
  if (await inherits.isChecked()) await inherits.click()
  await drawer.getByRole("textbox", { name, exact: true }).fill(value)
}

/** The row of a setting, while it comes from there. */
export const row = (card: Locator, field: AdminSenderField, origin: "own" | "store" | "options"): Locator =>
  card.locator(`[data-setting="${field}"]`, { has: card.page().locator(`[data-origin="${origin}"]`) })
