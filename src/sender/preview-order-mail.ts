import type { OrderFacts } from "../kinds/order-facts"
import { sampleOccasionFor, type SampleMail } from "../kinds/sample-mail"
import { withPictures } from "../rendering/inline-pictures"
import { chooseLanguage, inLanguage } from "../rendering/language"
import type { Language } from "../rendering/types"
import { decideSenderIdentity } from "./identity"
import type { ShopSettings } from "./prepare-order-mail"
import { renderOrderMail } from "./render-order-mail"
import { sampleForShop } from "./sample-for-shop"

/** What is to be looked at. */
export interface PreviewRequest {
  kind: string
  /** One of `sampleVariants(kind)`, for example a level; null: the kind's usual one. */
  variant?: string | null
  /** Null: the order's; with a sample order the shop's. */
  language: Language | null
  /** Null: a sample order. */
  facts: OrderFacts | null
  now: Date
}

export interface MailPreview {
  subject: string
  /** Pictures that the mail carries stand in it as `data:` addresses. */
  html: string
  text: string
  language: Language
  /** Null: the shop has no address to send from. */
  from: { name: string; address: string } | null
  replyTo: string | null
}

/**
 * A mail as it would be made now, without recipient, ids and signature: nothing of it can be sent.
 *
 * @throws Error that names kind, order and cause, when the mail cannot be rendered, or the variants there are
 */
export async function previewOrderMail(request: PreviewRequest, settings: ShopSettings): Promise<MailPreview> {
  const { kind, language, now } = request
  const sample = sampleOf(request, settings)
  const facts = language ? inLanguage(sample.facts, language) : sample.facts
  const chosen = chooseLanguage(facts, settings.defaultLanguage)
  const sender = decideSenderIdentity(settings.sender)
  const mail = await renderOrderMail(
    { kind, occasion: sample.occasion, facts, now },
    settings,
    chosen,
    sender.identity && sender.sentOnBehalfOf,
  )
  return {
    subject: mail.subject,
    html: withPictures(
      mail.html,
      mail.inlineImages.map(({ cid, contentType, content }) => ({
        cid,
        contentType,
        base64: content.toString("base64"),
      })),
    ),
    text: mail.text,
    language: chosen.language,
    from: sender.identity && sender.from,
    replyTo: sender.identity && sender.replyTo,
  }
}

function sampleOf({ kind, variant, language, facts, now }: PreviewRequest, settings: ShopSettings): SampleMail {
  if (facts !== null) return { facts, occasion: sampleOccasionFor(facts, { kind, variant, now }) }
  return sampleForShop(settings, { kind, variant, language: language ?? settings.defaultLanguage, now })
}
