/**
 * The HTTP contract between the plugin's routes and its admin: types only, JSON-safe, snake_case as in Medusa's API.
 * Dates are ISO 8601 in UTC.
 */
import type { MailState, StateReason, TimelineType } from "../kinds/state-reasons"
import type { SenderReason } from "../sender/sender-reasons"

export type { MailState, SenderReason, StateReason, TimelineType }

export interface ServerAnswer {
  /** SMTP reply code (RFC 5321), null when the server did not answer. */
  code: number | null
  /** Enhanced status code (RFC 3463), for example "5.1.1". */
  enhanced_status: string | null
  /** The server's own words, or the error of the connection. */
  text: string
  /** Host and port we talked to. */
  server: string | null
}

export interface AdminOrderMail {
  id: string
  /** Null in a mail to the merchant that is about no order, or about several. */
  order_id: string | null
  /** The number the customer knows, for example "1042". */
  order_number: string | null
  shop_id: string | null
  shop_name: string
  kind: string
  /** Dunning level; null for kinds without levels. */
  level: number | null
  occurrence: string
  state: MailState
  state_reason: StateReason | null
  /** The server's own words or the template's error. */
  state_detail: string | null
  recipient: string | null
  recipient_name: string | null
  /** What the recipient was probably meant to be, when its domain looks mistyped; null once that was dealt with. */
  suggested_recipient: string | null
  /** A blind copy goes to the shop's archive, in the envelope only; which mailbox that is stands in the settings. */
  archive_copy: boolean
  subject: string | null
  language: string
  sender_identity: "own-domain" | "fallback" | null
  sender_reason: SenderReason | null
  from_address: string | null
  from_name: string | null
  reply_to: string | null
  message_id: string | null
  currency_code: string | null
  /** Decimal string in major units. */
  amount_open: string | null
  /** Calendar day in the shop's time zone until which the mail asks for the money. */
  payable_until: string | null
  attempts: number
  next_attempt_at: string | null
  last_answer: ServerAnswer | null
  sent_at: string | null
  created_at: string
  updated_at: string
  /** Id of the mail this one repeats. */
  resend_of: string | null
}

export interface AdminTimelineEntry {
  id: string
  type: TimelineType
  at: string
  /** The admin user who did it; null when the plugin did. */
  user: { id: string; name: string | null; email: string } | null
  reason: StateReason | null
  answer: ServerAnswer | null
  /** What else is worth knowing, for example `{ cause: "order.placed" }`, `{ next_attempt_at }`, `{ order_mail_id }`. */
  data: Record<string, string | number | boolean | null>
}

/** GET /admin/order-mails?q&state&kind&shop_id&order_id&attention&created_at[$gt|$gte|$lt|$lte]&order&limit&offset */
export interface AdminOrderMailListResponse {
  order_mails: AdminOrderMail[]
  count: number
  limit: number
  offset: number
}

/** GET /admin/order-mails/:id */
export interface AdminOrderMailResponse {
  order_mail: AdminOrderMail & { timeline: AdminTimelineEntry[] }
}

/** GET /admin/order-mails/:id/content — 404 when the mail was never rendered. */
export interface AdminOrderMailContentResponse {
  content: {
    /** Inline images are replaced by data: addresses, so that a sandboxed frame shows them. */
    html: string
    text: string
    /** In the order they stand in the message, unfolded and decoded. */
    headers: { name: string; value: string }[]
    /** Of the exact bytes sent, hexadecimal. */
    sha256: string
    size_bytes: number
    envelope: { from: string; to: string }
  }
}
// GET /admin/order-mails/:id/eml answers message/rfc822 with Content-Disposition: attachment.

/** GET /admin/order-mails/overview — what the admin needs before any list. */
export interface AdminOrderMailOverviewResponse {
  /** `capture`: no mail server is configured and nothing leaves. */
  transport: "smtp" | "capture"
  /** `variants`: what there are samples of to look at, for example each level; the usual one first. */
  kinds: { id: string; class: "critical" | "optional"; variants: string[] }[]
  shops: { id: string; name: string }[]
  /** Mails in the states failed, held, bounced and complained that nobody sent again: the list with `attention=true`. */
  failed_count: number
}

/** What the signed-in user may do; all of it without Medusa's feature flag `rbac`. */
export interface AdminOrderMailPermissions {
  read: boolean
  /** Send, send again, cancel, send test mails. */
  send: boolean
  manage_settings: boolean
  /** Medusa's own; needed to store a corrected address on the order. */
  update_orders: boolean
}

/** GET /admin/order-mails/permissions, the only route that needs none */
export interface AdminOrderMailPermissionsResponse {
  permissions: AdminOrderMailPermissions
}

/** POST /admin/order-mails/:id/resend -> AdminOrderMailResponse with the new mail */
export interface AdminResendOrderMailBody {
  /** Made by the client; a repeated request with the same id makes no second mail. */
  request_id: string
  /** Corrected address; absent: the order's address. */
  to?: string
  /** Store `to` as the order's e-mail address, too. */
  update_order?: boolean
}

/** POST /admin/orders/:id/order-mails -> AdminOrderMailResponse */
export interface AdminSendOrderMailBody {
  request_id: string
  kind: string
  to?: string
}
// POST /admin/order-mails/:id/cancel {} -> AdminOrderMailResponse; 400 when it is not queued, deferred or held any more.
