import type { MailBasis } from "../kinds/mail-basis"
import type { MailOccasion } from "../kinds/occasion"
import type { MailState, StateReason } from "../kinds/state-reasons"
import type { SenderReason } from "./identity"

/** The row of `order_mail` as it is inserted; see the entity for what the columns mean. */
export interface PreparedRow {
  id: string
  order_id: string | null
  order_number: string | null
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
  /** Calendar day; null where the mail states none. */
  payable_until: string | null
  /** What the mail is about beside its order; null in mails to the merchant. */
  occasion: MailOccasion | null
  /** What of the order the mail rests on; null in mails to the merchant. */
  basis: MailBasis | null
  archive_address: string | null
  suggested_recipient: string | null
  mail_server: string
}

export interface PreparedMail {
  row: PreparedRow
  /** RFC 5322 message; null when nothing is to be sent. */
  content: Buffer | null
}

/** The fields of a mail that was never written. Its server does not matter: nothing of it leaves. */
export const NOT_WRITTEN = {
  state_reason: null,
  state_detail: null,
  sender_identity: null,
  sender_reason: null,
  from_address: null,
  from_name: null,
  reply_to: null,
  return_path: null,
  subject: null,
  message_id: null,
  payable_until: null,
  occasion: null,
  basis: null,
  archive_address: null,
  suggested_recipient: null,
  mail_server: "platform",
} as const satisfies Partial<PreparedRow>
