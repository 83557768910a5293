import { isPositive } from "../kinds/decimal"
import type { MailOccasion } from "../kinds/occasion"
import type { OrderFacts } from "../kinds/order-facts"
import type { ChosenLanguage } from "../rendering/language"
import { renderMail } from "../rendering/render-mail"
import { paymentInMail } from "../rendering/payment-in-mail"
import type { PaymentInstructions, RenderedMail } from "../rendering/types"
import { paymentInstructions } from "./payment-instructions"
import type { ShopSettings } from "./prepare-order-mail"

/** Which mail, about what. */
export interface MailToRender {
  kind: string
  occasion: MailOccasion
  facts: OrderFacts
  now: Date
  /** Write a mail that says it is a test. Default false. */
  testMail?: boolean
  /** Write a copy for the merchant of the mail to this address, which says so. Default null: none. */
  copyOf?: string | null
}

export interface RenderedOrderMail extends RenderedMail {
  /** Calendar day in the shop's time zone until when the mail asks for money; null: it asks for none. */
  payableUntil: string | null
}

/**
 * Renders a mail as a shop's settings have it; mails that are sent and mails that are only looked at come from here.
 *
 * @param sentOnBehalfOf the shop's own address, where the mail goes out through the fallback
 * @throws Error that names kind, order and cause, when the mail cannot be rendered
 */
export async function renderOrderMail(
  mail: MailToRender,
  settings: ShopSettings,
  { language, locale }: ChosenLanguage,
  sentOnBehalfOf: string | null,
): Promise<RenderedOrderMail> {
  const { kind, occasion, facts, testMail = false, copyOf = null } = mail
  const payment = paymentOfMail(mail, settings)
  const rendered = await renderMail({
    kind,
    occasion,
    language,
    locale,
    germanAddress: settings.germanAddress,
    texts: settings.texts,
    timeZone: settings.timeZone,
    facts,
    branding: settings.branding,
    payment,
    sentOnBehalfOf,
    testMail,
    copyOf,
  })
  return { ...rendered, payableUntil: payment?.payableUntil ?? null }
}

/**
 * @returns null for a mail that does not say how to pay, so that it needs no bank account
 * @throws NoBankAccountError when it does and there is none
 */
function paymentOfMail(
  { kind, occasion, facts, now }: MailToRender,
  settings: ShopSettings,
): PaymentInstructions | null {
  const stated = paymentInMail(kind)
  if (stated === "never" || (stated === "while-open" && !isPositive(facts.totals.open))) return null
  const demand = occasion.type === "demand" ? occasion.demand : null
  return paymentInstructions(facts, settings.bank, settings.timeZone, now, demand)
}
