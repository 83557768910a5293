import type { Locator, Page } from "playwright-core"
import { waitFor } from "../../demo/parts/wait-for"
import type { AdminDunning, AdminDunningResponse, AdminPlannedMail } from "../../src/api/dunning-types"
import type { AdminLanguage } from "../helpers/browser"
import type { ShopClient } from "../helpers/shop"
import { openOrder, TEXTS } from "./admin-page"

/** What comes next for an order, asked over HTTP. */
export const dunningOf = async (shop: ShopClient, orderId: string): Promise<AdminDunning> =>
  (await shop.api.get<AdminDunningResponse>(`/admin/orders/${orderId}/dunning`)).dunning

/** Waits until the order's plan is as described. */
export const waitForDunning = (
  shop: ShopClient,
  orderId: string,
  what: string,
  isThere: (dunning: AdminDunning) => boolean,
): Promise<AdminDunning> =>
  waitFor(what, async () => {
    const dunning = await dunningOf(shop, orderId)
    return isThere(dunning) ? dunning : null
  })

/** "Payment reminder, level 1", as the admin calls a step. */
export function stepName(language: AdminLanguage, { kind, level }: Pick<AdminPlannedMail, "kind" | "level">): string {
  const { kinds, kindWithLevel, next } = TEXTS[language]
  if (kind === "order-canceled-unpaid") return next.cancellation
  return kindWithLevel.replace("{{kind}}", kinds[kind]).replace("{{level}}", String(level))
}

/** "3. Dezember", in the time zone that the browser of the tests has. */
export function dayName(language: AdminLanguage, iso: string): string {
  const isThisYear = new Date(iso).getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    timeZone: "Europe/Berlin",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(new Date(iso))
}

/** "Payment reminder, level 1 on 3 December, unless paid." */
export const comingSentence = (language: AdminLanguage, mail: AdminPlannedMail): string =>
  TEXTS[language].next.coming
    .replace("{{mail}}", stepName(language, mail))
    .replace("{{day}}", dayName(language, mail.at))

/** What comes next, in the section of an order's page. */
export async function openNext(page: Page, orderId: string): Promise<Locator> {
  const next = (await openOrder(page, orderId)).getByTestId("what-comes-next")
  await next.waitFor()
  return next
}

/** Answers a question of the admin with the button of this name. */
export async function answer(page: Page, title: string, button: string): Promise<void> {
  const question = page.getByRole("alertdialog")
  await question.getByText(title, { exact: true }).waitFor()
  await question.getByRole("button", { name: button, exact: true }).click()
  await question.waitFor({ state: "detached" })
}
