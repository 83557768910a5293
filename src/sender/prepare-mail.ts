import type { StateReason } from "../kinds/state-reasons"
import type { Language, RenderedMail } from "../rendering/types"
import type { RecipientDomain } from "./check-recipient-domain"
import { composeMessage, domainOf } from "./compose-message"
import { signMessage } from "./dkim/sign-message"
import { decideSenderIdentity, type SenderIdentity } from "./identity"
import { suggestDomain } from "./mistyped-domain"
import { NoBankAccountError } from "./payment-instructions"
import type { ShopSettings } from "./prepare-order-mail"
import type { PreparedMail, PreparedRow } from "./prepared-mail"
import type { RenderedOrderMail } from "./render-order-mail"
import { readRecipient, type RecipientReading } from "./recipient"

/** A mail's parts, and until when it asks for money where it does. */
type MailAsRendered = RenderedMail & Partial<Pick<RenderedOrderMail, "payableUntil">>

/** A mail that is to be sent. */
export interface MailToPrepare {
  /** The row as it is while nothing is written; its recipient is the address as typed. */
  unsent: PreparedRow
  language: Language
  now: Date
  /** Tells the message apart from one before it of the same mail, which may have arrived. Default: there was none. */
  revision?: number | null
  /** Default false. */
  testMail?: boolean
  /** @param sentOnBehalfOf the shop's own address, where the mail goes out through the fallback */
  render: (sentOnBehalfOf: string | null) => Promise<MailAsRendered>
}

/** What of a shop's settings says who a mail is from and how it leaves. */
export type SendingSettings = Pick<
  ShopSettings,
  "secret" | "returnPathDomain" | "sender" | "mailServer" | "archiveAddress" | "recipientDomain" | "signerFor"
>

/**
 * Decides who a mail is from, writes and signs it. A mail that has no usable recipient or sender, or cannot be rendered,
 * becomes a row with the reason.
 *
 * @throws what `signerFor` and signing throw, for example when a key is sealed with an encryption key that another
 * process was given first: the mail is not made then, and can be made later
 */
export async function prepareMail(mail: MailToPrepare, settings: SendingSettings): Promise<PreparedMail> {
  const { unsent } = mail
  const recipient = readRecipient(unsent.recipient)
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
    written = await writeMail(mail, settings, sender, recipient.address)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    const reason = error instanceof NoBankAccountError ? "bank-account-missing" : "template-error"
    return { row: { ...unsent, state: "failed", state_reason: reason, state_detail: detail }, content: null }
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
    payable_until: written.payableUntil,
    message_id: written.messageId,
  }
  const signer = await settings.signerFor(domainOf(sender.from.address))
  return { row, content: signer ? await signMessage(written.bytes, signer) : written.bytes }
}

interface WrittenMail {
  subject: string
  messageId: string
  returnPath: string
  payableUntil: string | null
  bytes: Buffer
}

/** Renders and composes; what it throws is the template's fault. */
async function writeMail(
  { unsent, language, now, revision = null, testMail = false, render }: MailToPrepare,
  settings: SendingSettings,
  sender: SenderIdentity,
  recipient: string,
): Promise<WrittenMail> {
  const rendered = await render(sender.sentOnBehalfOf)
  const composed = await composeMessage(
    {
      ...rendered,
      mailId: unsent.id,
      from: sender.from,
      replyTo: sender.replyTo,
      to: { name: unsent.recipient_name ?? "", address: recipient },
      language,
      date: now,
      revision,
      testMail,
    },
    settings.secret,
    settings.returnPathDomain ?? domainOf(sender.from.address),
  )
  return { ...composed, subject: rendered.subject, payableUntil: rendered.payableUntil ?? null }
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
