/** The HTTP contract of test mails: types only, JSON-safe, snake_case. */
import type { SenderReason } from "../sender/sender-reasons"

/** POST /admin/order-mails/test-mails -> AdminTestMailResponse. Nothing of it stands in an order's history. */
export interface AdminSendTestMail {
  kind: string
  /** One of the kind's `variants`, for example `level-2` or `partial`; null or missing: its usual mail. */
  variant?: string | null
  /** One of the project's languages. */
  language: string
  to: string
  /** Whose settings; null: the store's. With `order_id` the order's own shop counts. */
  shop_id: string | null
  /** A real order; null: the sample order. */
  order_id: string | null
}

export type AdminTestFindingStatus = "ok" | "warning" | "bad" | "unknown"

/** One line of the report, as a receiver would see the mail. */
export interface AdminTestFinding {
  check: "spf" | "dkim" | "dmarc" | "reply-to" | "text-part" | "alt-texts" | "size" | "spam"
  status: AdminTestFindingStatus
  /** Names the sentence in the admin's texts. */
  reason: string
  /** Values for the sentence: a domain, a size in kB, a score. */
  data: Record<string, string | number>
}

export interface AdminTestMailResponse {
  test_mail: {
    /** `captured`: no mail server is configured, nothing left. */
    result: "accepted" | "refused" | "unknown" | "captured"
    /** The mail server's own words; null where it said none. */
    answer: { code: number | null; enhanced_status: string | null; text: string; server: string | null } | null
    subject: string
    from: string
    identity: "own-domain" | "fallback"
    identity_reason: SenderReason
    report: AdminTestFinding[]
  }
}
