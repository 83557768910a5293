import { MERCHANT_COPY } from "../kinds/merchant-notice"
import type { MailBasis } from "../kinds/mail-basis"
import type { MailOccasion } from "../kinds/occasion"
import type { OrderFacts } from "../kinds/order-facts"
import { chooseLanguage, inLanguage } from "../rendering/language"
import type { Language } from "../rendering/types"
import { prepareMail } from "./prepare-mail"
import type { ShopSettings } from "./prepare-order-mail"
import { NOT_WRITTEN, type PreparedMail } from "./prepared-mail"
import { renderOrderMail } from "./render-order-mail"

/** A mail that was sent to a customer. */
export interface SentMail {
  id: string
  kind: string
  recipient: string
  language: Language
  occasion: MailOccasion
  /** What of the order it rests on. */
  basis: MailBasis
  sent_at: Date
}

export interface MerchantCopyRequest {
  mailId: string
  sent: SentMail
  /** The mail's order as it is now. */
  facts: OrderFacts
  /** As typed. */
  recipient: string
  now: Date
}

/** Sets a mail's copies apart from those of the order's other mails. */
const copyOccurrence = (sentMailId: string): string => `copy-${sentMailId}`

/**
 * A copy of a sent mail for the merchant, which says at its top whom the mail went to: complete row and bytes, as
 * {@link prepareMail}. It states what the mail stated, also where the order was paid a moment later. It goes to no archive,
 * which is for what customers were sent.
 */
export async function prepareMerchantCopy(request: MerchantCopyRequest, settings: ShopSettings): Promise<PreparedMail> {
  const { mailId, sent, recipient, now } = request
  const { kind, occasion } = sent
  const facts = asWritten(request.facts, sent)
  const chosen = chooseLanguage(facts, settings.defaultLanguage)
  const occurrence = copyOccurrence(sent.id)
  return prepareMail(
    {
      unsent: {
        ...NOT_WRITTEN,
        id: mailId,
        order_id: facts.id,
        order_number: facts.number,
        shop_id: facts.shop.id,
        shop_name: facts.shop.name,
        kind: MERCHANT_COPY,
        level: null,
        occurrence,
        // Every recipient gets a mail of their own.
        idempotency_key: [occurrence, MERCHANT_COPY, recipient].join(":"),
        state: "skipped",
        recipient,
        recipient_name: null,
        language: chosen.language,
        currency_code: null,
        amount_open: null,
        resend_of: null,
      },
      language: chosen.language,
      now,
      render: (sentOnBehalfOf) =>
        renderOrderMail(
          { kind, occasion, facts, now: sent.sent_at, copyOf: sent.recipient },
          settings,
          chosen,
          sentOnBehalfOf,
        ),
    },
    { ...settings, archiveAddress: null },
  )
}

/** The order as it was for the mail, as far as the mail states amounts. */
function asWritten(facts: OrderFacts, { basis, language, recipient }: SentMail): OrderFacts {
  const { total, open, paid, refunded, status } = basis
  const totals = { ...facts.totals, total, open, paid, refunded }
  return { ...inLanguage(facts, language), status, email: recipient, totals }
}
