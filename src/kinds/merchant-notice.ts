import type { StateReason } from "./state-reasons"

/** What the merchant can be told about. */
export const MERCHANT_NOTICES = [
  "new-order",
  "payment-received",
  "mail-failed",
  "mail-bounced",
  "mail-complained",
  "domain-broken",
] as const
export type MerchantNotice = (typeof MERCHANT_NOTICES)[number]

/** Not at all, in a mail of its own at once, or together with others once a day. */
export const NOTICE_MODES = ["off", "single", "digest"] as const
export type NoticeMode = (typeof NOTICE_MODES)[number]

/** Mails that tell the merchant what was noted. */
export const NOTICE_MAILS = ["merchant-notice", "merchant-digest"] as const
export type NoticeMail = (typeof NOTICE_MAILS)[number]

/** A copy of a reminder that was sent, where its step of the dunning plan asks for one. */
export const MERCHANT_COPY = "merchant-copy"

/**
 * Mails to the merchant. They are no kinds of order mail: nobody asks for them, customers never get them, and what
 * becomes of them is nothing to tell the merchant about.
 */
export const MERCHANT_MAILS = [...NOTICE_MAILS, MERCHANT_COPY] as const

export function isMerchantMail(kind: string): kind is (typeof MERCHANT_MAILS)[number] {
  return (MERCHANT_MAILS as readonly string[]).includes(kind)
}

/**
 * What a notice says beside what it is called: plain JSON, as it was when it happened. Amounts are decimal strings in
 * major units, currencies ISO 4217 in lower case; texts are as typed by customers and as said by servers.
 */
export interface NoticeFacts {
  order_number?: string
  customer_name?: string
  customer_address?: string
  /** The order's total, or the payment that came in. */
  amount?: string
  /** What is still to pay. */
  open?: string
  currency_code?: string
  /** Of the mail that went wrong. */
  mail_kind?: string
  recipient?: string
  reason?: StateReason
  /** The server's own words, or the template's error. */
  detail?: string
  domain?: string
  /** One of the sender identity's reasons. */
  sender_reason?: string
}

/** Something to tell the merchant. */
export interface NoticeToMake {
  /** Sales channel; null: the store. */
  shop_id: string | null
  notice: MerchantNotice
  order_id: string | null
  order_mail_id: string | null
  facts: NoticeFacts
  /** Unique to what happened, so that an event delivered five times is told once. */
  dedupe_key: string
}
