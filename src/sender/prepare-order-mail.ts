import { customerName } from "../kinds/customer-name"
import type { KindDecision } from "../kinds/kind"
import type { OrderFacts } from "../kinds/order-facts"
import type { StateReason } from "../kinds/state-reasons"
import { chooseLanguage, type ChosenLanguage } from "../rendering/language"
import type { Branding, GermanAddress, Language } from "../rendering/types"
import type { RecipientDomain } from "./check-recipient-domain"
import { composeMessage, domainOf } from "./compose-message"
import { signMessage, type DkimSigner } from "./dkim/sign-message"
import { decideSenderIdentity, type SenderIdentity, type SenderSettings } from "./identity"
import type { BankTransferSettings } from "./payment-instructions"
import { suggestDomain } from "./mistyped-domain"
import { NOT_WRITTEN, type PreparedMail, type PreparedRow } from "./prepared-mail"
import { readRecipient, type RecipientReading } from "./recipient"
import { renderOrderMail } from "./render-order-mail"

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

/**
 * Order facts, kind and settings in, complete row and bytes out: after this, delivery needs nothing else.
 *
 * Nothing vanishes: a mail that is not to be sent, has no usable recipient or cannot be rendered becomes a row with
 * the state and the reason.
 *
 * @throws what `signerFor` and signing throw, for example when a key is sealed with an encryption key that another
 * process was given first: the mail is not made then, and can be made later
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
  let written: WrittenMail
  try {
    written = await writeMail(request, settings, chosen, sender, recipient.address)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { row: { ...unsent, state: "failed", state_reason: "template-error", state_detail: detail }, content: null }
  }
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
    return_path: written.returnPath,
    subject: written.subject,
    message_id: written.messageId,
  }
  const signer = await settings.signerFor(domainOf(sender.from.address))
  return { row, content: signer ? await signMessage(written.bytes, signer) : written.bytes }
}

interface WrittenMail {
  subject: string
  messageId: string
  returnPath: string
  bytes: Buffer
}

/** Renders and composes; what it throws is the template's fault. */
async function writeMail(
  { kind, mailId, facts, now, testMail = false }: MailRequest,
  settings: ShopSettings,
  chosen: ChosenLanguage,
  sender: SenderIdentity,
  recipient: string,
): Promise<WrittenMail> {
  const rendered = await renderOrderMail({ kind, facts, now, testMail }, settings, chosen, sender.sentOnBehalfOf)
  const composed = await composeMessage(
    {
      ...rendered,
      mailId,
      from: sender.from,
      replyTo: sender.replyTo,
      to: { name: customerName(facts) ?? "", address: recipient },
      language: chosen.language,
      date: now,
      testMail,
    },
    settings.secret,
    settings.returnPathDomain ?? domainOf(sender.from.address),
  )
  return { ...composed, subject: rendered.subject }
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
    ...NOT_WRITTEN,
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
    recipient: request.to ?? facts.email,
    recipient_name: customerName(facts),
    language,
    currency_code: facts.currency_code,
    amount_open: facts.totals.open,
    resend_of: request.resendOf,
  }
}
