import { customerName } from "../kinds/customer-name"
import type { KindDecision } from "../kinds/kind"
import type { OrderFacts } from "../kinds/order-facts"
import type { MailState, StateReason } from "../kinds/state-reasons"
import { chooseLanguage } from "../rendering/language"
import { renderMail } from "../rendering/render-mail"
import type { Branding, Language } from "../rendering/types"
import { composeMessage, domainOf } from "./compose-message"
import { decideSenderIdentity, type SenderReason, type SenderSettings } from "./identity"
import { paymentInstructions, type BankTransferSettings } from "./payment-instructions"
import { readRecipient } from "./recipient"

/** Everything that is set for a shop and goes into its mails. */
export interface ShopSettings {
  secret: string
  returnPathDomain: string | null
  defaultLanguage: Language
  timeZone: string
  sender: SenderSettings
  branding: Branding
  bankTransfer: BankTransferSettings
}

/** What is to be made, and for whom. */
export interface MailRequest {
  mailId: string
  kind: string
  level: number | null
  occurrence: string
  decision: KindDecision
  facts: OrderFacts
  /** Address to write to instead of the order's. */
  to: string | null
  resendOf: string | null
  now: Date
}

/** The row of `order_mail` as it is inserted; see the entity for what the columns mean. */
export interface PreparedRow {
  id: string
  order_id: string
  order_number: string
  shop_id: string | null
  shop_name: string
  kind: string
  level: number | null
  occurrence: string
  idempotency_key: string
  state: MailState
  state_reason: StateReason | null
  state_detail: string | null
  recipient: string | null
  recipient_name: string | null
  language: string
  sender_identity: "own-domain" | "fallback" | null
  sender_reason: SenderReason | null
  from_address: string | null
  from_name: string | null
  reply_to: string | null
  return_path: string | null
  subject: string | null
  message_id: string | null
  currency_code: string | null
  amount_open: string | null
  resend_of: string | null
}

export interface PreparedMail {
  row: PreparedRow
  /** RFC 5322 message; null when nothing is to be sent. */
  content: Buffer | null
}

/**
 * Order facts, kind and settings in, complete row and bytes out: after this, delivery needs nothing else.
 *
 * Nothing vanishes: a mail that is not to be sent, has no usable recipient or cannot be rendered becomes a row with
 * the state and the reason.
 */
export async function prepareOrderMail(request: MailRequest, settings: ShopSettings): Promise<PreparedMail> {
  const { facts, decision } = request
  const chosen = chooseLanguage(facts, settings.defaultLanguage)
  const unsent = unsentRow(request, chosen.language)
  if (!decision.send) return { row: { ...unsent, state: "skipped", state_reason: decision.reason }, content: null }

  const recipient = readRecipient(request.to ?? facts.email)
  if (!recipient.usable) return { row: { ...unsent, state: "failed", state_reason: recipient.reason }, content: null }

  const sender = decideSenderIdentity(settings.sender)
  try {
    const rendered = await renderMail({
      kind: request.kind,
      language: chosen.language,
      locale: chosen.locale,
      timeZone: settings.timeZone,
      facts,
      branding: settings.branding,
      payment: paymentInstructions(facts, settings.bankTransfer, settings.timeZone, request.now),
      sentOnBehalfOf: sender.sentOnBehalfOf,
    })
    const composed = await composeMessage(
      {
        ...rendered,
        mailId: request.mailId,
        from: sender.from,
        replyTo: sender.replyTo,
        to: { name: unsent.recipient_name ?? "", address: recipient.address },
        language: chosen.language,
        date: request.now,
      },
      settings.secret,
      settings.returnPathDomain ?? domainOf(sender.from.address),
    )
    const row: PreparedRow = {
      ...unsent,
      state: "queued",
      recipient: recipient.address,
      sender_identity: sender.identity,
      sender_reason: sender.reason,
      from_address: sender.from.address,
      from_name: sender.from.name,
      reply_to: sender.replyTo,
      return_path: composed.returnPath,
      subject: rendered.subject,
      message_id: composed.messageId,
    }
    return { row, content: composed.bytes }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { row: { ...unsent, state: "failed", state_reason: "template-error", state_detail: detail }, content: null }
  }
}

function unsentRow(request: MailRequest, language: Language): PreparedRow {
  const { facts } = request
  return {
    id: request.mailId,
    order_id: facts.id,
    order_number: facts.number,
    shop_id: facts.shop.id,
    shop_name: facts.shop.name,
    kind: request.kind,
    level: request.level,
    occurrence: request.occurrence,
    idempotency_key: [facts.id, request.kind, request.occurrence].join(":"),
    state: "skipped",
    state_reason: null,
    state_detail: null,
    recipient: request.to ?? facts.email,
    recipient_name: customerName(facts),
    language,
    sender_identity: null,
    sender_reason: null,
    from_address: null,
    from_name: null,
    reply_to: null,
    return_path: null,
    subject: null,
    message_id: null,
    currency_code: facts.currency_code,
    amount_open: facts.totals.open,
    resend_of: request.resendOf,
  }
}
