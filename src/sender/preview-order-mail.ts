import type { OrderFacts } from "../kinds/order-facts"
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
 * @throws Error that names kind, order and cause, when the mail cannot be rendered
 */
export async function previewOrderMail(request: PreviewRequest, settings: ShopSettings): Promise<MailPreview> {
  const { kind, language, now } = request
  const asOrdered = request.facts ?? sampleForShop(settings, language ?? settings.defaultLanguage, now)
  const facts = language ? inLanguage(asOrdered, language) : asOrdered
  const chosen = chooseLanguage(facts, settings.defaultLanguage)
  const sender = decideSenderIdentity(settings.sender)
  const mail = await renderOrderMail(
    { kind, occasion: { type: "placed" }, facts, now },
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
