import type { StateReason } from "../../kinds/state-reasons"

/** What other code can subscribe to on Medusa's event bus. Mails to the merchant make no events. */
export const OrderMailEvents = {
  /** The mail server accepted a mail. */
  SENT: "order_mail.sent",
  /** A mail failed for good; the merchant should look. */
  FAILED: "order_mail.failed",
  /** Mails went out under the shop's own domain, and do not any more: DNS says no. */
  DOMAIN_BROKEN: "order_mail.domain_broken",
} as const

/** What comes with each event. */
export interface OrderMailEventData {
  "order_mail.sent": { id: string; order_id: string; kind: string }
  "order_mail.failed": { id: string; order_id: string; kind: string; reason: StateReason; detail: string | null }
  /** `reason` is one of the sender identity's (SENDER_REASONS). */
  "order_mail.domain_broken": { domain: string; reason: string }
}
