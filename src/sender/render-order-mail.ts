import type { MailOccasion } from "../kinds/occasion"
import type { OrderFacts } from "../kinds/order-facts"
import type { ChosenLanguage } from "../rendering/language"
import { renderMail } from "../rendering/render-mail"
import type { RenderedMail } from "../rendering/types"
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
}

/**
 * Renders a mail as a shop's settings have it; mails that are sent and mails that are only looked at come from here.
 *
 * @param sentOnBehalfOf the shop's own address, where the mail goes out through the fallback
 * @throws Error that names kind, order and cause, when the mail cannot be rendered
 */
export async function renderOrderMail(
  { kind, occasion, facts, now, testMail = false }: MailToRender,
  settings: ShopSettings,
  { language, locale }: ChosenLanguage,
  sentOnBehalfOf: string | null,
): Promise<RenderedMail> {
  return renderMail({
    kind,
    occasion,
    language,
    locale,
    germanAddress: settings.germanAddress,
    texts: settings.texts,
    timeZone: settings.timeZone,
    facts,
    branding: settings.branding,
    payment: paymentInstructions(facts, settings.bank, settings.timeZone, now),
    sentOnBehalfOf,
    testMail,
  })
}
