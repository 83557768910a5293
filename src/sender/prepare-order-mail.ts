import { customerName } from "../kinds/customer-name"
import type { KindDecision } from "../kinds/kind"
import type { OrderFacts } from "../kinds/order-facts"
import type { MailState, StateReason } from "../kinds/state-reasons"
import { chooseLanguage } from "../rendering/language"
import { renderMail } from "../rendering/render-mail"
import type { Branding, GermanAddress, Language } from "../rendering/types"
import type { RecipientDomain } from "./check-recipient-domain"
import { composeMessage, domainOf } from "./compose-message"
import { signMessage, type DkimSigner } from "./dkim/sign-message"
import { decideSenderIdentity, type SenderReason, type SenderSettings } from "./identity"
import { paymentInstructions, type BankTransferSettings } from "./payment-instructions"
import { suggestDomain } from "./mistyped-domain"
import { readRecipient, type RecipientReading } from "./recipient"

/** Everything that is set for a shop and goes into its mails. */
export interface ShopSettings {
  secret: string
  returnPathDomain: string | null
  defaultLanguage: Language
  germanAddress: GermanAddress
  timeZone: string
  sender: SenderSettings
  /** Whose mail server sends under the shop's own address. */
  mailServer: string
  /** Mailbox that gets a blind copy of every mail. */
  archiveAddress: string | null
  /** Asks whether a recipient's domain takes mail at all; `unknown` where that is not to be asked. */
  recipientDomain: (domain: string) => Promise<RecipientDomain>
  /** Finds the key that mails of a domain are signed with; null where the mail server signs. */
  signerFor: (domain: string) => Promise<DkimSigner | null>
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
  /** Write a mail that says it is a test. Default false. */
  testMail?: boolean
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
  archive_address: string | null
  suggested_recipient: string | null
  mail_server: string
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

  const domainAsked = settings.recipientDomain(recipient.domain)
  const sender = decideSenderIdentity(settings.sender)
  if (!sender.identity) {
    return {
      row: { ...unsent, state: "failed", state_reason: "sender-missing", sender_reason: sender.reason },
      content: null,
    }
  }
  try {
    const rendered = await renderMail({
      kind: request.kind,
      language: chosen.language,
      locale: chosen.locale,
      germanAddress: settings.germanAddress,
      timeZone: settings.timeZone,
      facts,
      branding: settings.branding,
      payment: paymentInstructions(facts, settings.bankTransfer, settings.timeZone, request.now),
      sentOnBehalfOf: sender.sentOnBehalfOf,
      testMail: request.testMail ?? false,
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
        testMail: request.testMail ?? false,
      },
      settings.secret,
      settings.returnPathDomain ?? domainOf(sender.from.address),
    )
    const refusal = REFUSING_DOMAINS[await domainAsked]
    const row: PreparedRow = {
      ...unsent,
      state: refusal ? "failed" : "queued",
      state_reason: refusal,
      recipient: recipient.envelope,
      archive_address: settings.archiveAddress,
      suggested_recipient: suggestRecipient(recipient),
      // Only the platform's own server may send for the fallback's domain.
      mail_server: sender.identity === "own-domain" ? settings.mailServer : unsent.mail_server,
      sender_identity: sender.identity,
      sender_reason: sender.reason,
      from_address: sender.from.address,
      from_name: sender.from.name,
      reply_to: sender.replyTo,
      return_path: composed.returnPath,
      subject: rendered.subject,
      message_id: composed.messageId,
    }
    const signer = await settings.signerFor(domainOf(sender.from.address))
    const content = signer ? await signMessage(composed.bytes, signer) : composed.bytes
    return { row, content }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { row: { ...unsent, state: "failed", state_reason: "template-error", state_detail: detail }, content: null }
  }
}

/** A definite no is shown at once; a resolver that does not answer delays nothing. */
const REFUSING_DOMAINS: Record<RecipientDomain, StateReason | null> = {
  accepts: null,
  unknown: null,
  "no-such-domain": "recipient-domain-missing",
  "no-mail-accepted": "recipient-refuses-mail",
}

/** The same mailbox at the domain that was probably meant; null when nothing looks mistyped. */
function suggestRecipient({ envelope, domain }: RecipientReading & { usable: true }): string | null {
  const meant = suggestDomain(domain)
  return meant && `${envelope.slice(0, -domain.length)}${meant}`
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
    archive_address: null,
    suggested_recipient: null,
    mail_server: "platform",
  }
}
