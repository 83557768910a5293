/**
 * The HTTP contract of the settings section "Sender and domain": types only, JSON-safe, snake_case.
 * Dates are ISO 8601 in UTC.
 */
import type { CheckReason, CheckStatus } from "../sender/dns/check-result"
import type { ConnectionProblem } from "../sender/smtp/connection-problem"
import type { SenderReason } from "../sender/sender-reasons"
import type { AdminSenderSettings } from "./sender-settings-types"

export type { CheckReason, CheckStatus, SenderReason }

export interface AdminDnsRecord {
  type: "TXT" | "MX"
  /** Fully qualified, without a trailing dot. */
  name: string
  value: string
}

export interface AdminDomainCheckResult {
  check: "dkim" | "spf" | "dmarc" | "mx"
  status: CheckStatus
  reason: CheckReason
  /** What DNS has. */
  found: string[]
  /** What it should have; null when any value will do. */
  wanted: string | null
  /** What to publish; null when nothing is to be done. */
  record: AdminDnsRecord | null
}

export interface AdminDkimKey {
  selector: string
  /** `signs`: mails are signed with it. `waits`: until its record is published and settled. `retired`: signs no more. */
  role: "signs" | "waits" | "retired"
  /** Since when every check has found its record; null when the last one did not. */
  published_since: string | null
  /** Of a retired key: until when its record is needed; null: `record` is the one to put in its place. */
  keep_until: string | null
  record: AdminDnsRecord
}

/** GET /admin/order-mails/sender?shop_id=, without it the store-wide default; and the answer of the POSTs below. */
export interface AdminSenderResponse {
  sender: {
    shop_id: string | null
    /** Of what is set at this level; 0 when nothing ever was. */
    version: number
    settings: AdminSenderSettings
    /** The mail server of the options; null in capture mode. */
    platform_server: { host: string; port: number } | null
    /** As it applies to this shop. */
    address: string
    domain: string
    /** Who signs: we with our own key, or the mail server. */
    dkim_mode: "own-key" | "relay-signs"
    /** What a mail queued now would go out as; null: as nothing, for want of a usable address and a fallback. */
    identity: {
      identity: "own-domain" | "fallback"
      reason: SenderReason
      from_name: string
      from_address: string
      reply_to: string
    } | null
    /** True when the options have an encryption key, without which no DKIM key can be made. */
    can_make_dkim_key: boolean
    dkim_keys: AdminDkimKey[]
    /** Null until the domain was checked for the first time. In the order dkim, spf, dmarc, mx. */
    checks: AdminDomainCheckResult[] | null
    checked_at: string | null
  }
}
// POST /admin/order-mails/sender AdminSaveSender -> AdminSenderResponse: saves, and asks DNS when the sender changed.
// POST /admin/order-mails/sender/check { shop_id } -> AdminSenderResponse: asks DNS now.
// POST /admin/order-mails/sender/dkim-key { shop_id } -> AdminSenderResponse: makes a key (the first, or the next one of a
// rotation). 400 with a message when one waits already or the options have no encryption key.
// POST /admin/order-mails/sender/dkim-key/give-up { shop_id, selector } -> AdminSenderResponse: the key that waits never
// signs. 400 with a message when it does not wait (any more).

/**
 * POST /admin/order-mails/sender/test-connection { shop_id, smtp?: AdminSmtpInput | null }: connects and logs in, and
 * sends nothing. `smtp` not saved yet is tried as it is; without it what applies. 400 in capture mode.
 */
export interface AdminConnectionTestResponse {
  test:
    | { usable: true; server: string; encrypted: boolean; logged_in: boolean }
    /** `words`: the server's own, never the password. */
    | { usable: false; server: string | null; problem: ConnectionProblem; words: string | null }
}
