import type { Language } from "../rendering/types"
import { NOT_WRITTEN, type PreparedMail } from "./prepared-mail"

/** What is known of an order whose facts cannot be read. */
export interface UnreadableOrder {
  id: string
  /** The number the customer knows. */
  number: string
  kind: string
  /** What went wrong, for the merchant. */
  error: string
}

/**
 * The row that stands for a mail that could not even be decided on, so that the merchant sees it is missing. Its
 * occurrence is none of the kind's: when the order can be read again, the mail can still be made.
 */
export function unreadableOrderMail(
  order: UnreadableOrder,
  mailId: string,
  shop: { name: string; language: Language },
): PreparedMail {
  const occurrence = "unreadable"
  return {
    row: {
      ...NOT_WRITTEN,
      id: mailId,
      order_id: order.id,
      order_number: order.number,
      shop_id: null,
      shop_name: shop.name,
      kind: order.kind,
      level: null,
      occurrence,
      idempotency_key: [order.id, order.kind, occurrence].join(":"),
      state: "failed",
      state_reason: "order-unreadable",
      state_detail: order.error,
      recipient: null,
      recipient_name: null,
      language: shop.language,
      currency_code: null,
      amount_open: null,
      resend_of: null,
    },
    content: null,
  }
}
