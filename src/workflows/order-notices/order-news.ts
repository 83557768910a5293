import type { BigNumberInput } from "@medusajs/framework/types"
import type { NoticeFacts, NoticeToMake } from "../../kinds/merchant-notice"
import type { OrderFacts } from "../../kinds/order-facts"
import { moneyIn } from "../order-facts/money"
import { noticeOfOrder } from "../order-facts/notice-of-order"

/** Something about an order that its merchant may want to be told of. */
export interface OrderNews {
  notice: "new-order" | "payment-received"
  /** See {@link NoticeToMake}. */
  dedupe_key: string
  /** Money that came in; null: what matters is the order's total. */
  received: { amount: BigNumberInput; currency_code: string } | null
}

/** The merchant of a shop, and what there is to tell. */
export interface OrderWithNews {
  id: string
  /** Sales channel; null: the store. */
  shop_id: string | null
  news: OrderNews[]
}

/** A payment of Medusa with its captures, of which others than the named fields are of no interest. */
export interface CapturedPayment {
  currency_code: string
  captures?: ({ id: string; amount: BigNumberInput; created_at: Date | string } | null)[] | null
}

/**
 * Each capture is news once, whether it is found by the event of the payment, by that of the order or by the sweep.
 * @param since captures from before then were told of before; default: all
 */
export function newsOfPayment({ currency_code, captures }: CapturedPayment, since?: Date): OrderNews[] {
  return (captures ?? []).flatMap((capture) =>
    !capture || (since && new Date(capture.created_at) < since)
      ? []
      : [
          {
            notice: "payment-received",
            dedupe_key: `payment-received:${capture.id}`,
            received: { amount: capture.amount, currency_code },
          },
        ],
  )
}

/** Some payment providers capture while the order is placed, and Medusa emits no event about that. */
export function newsOfOrder(orderId: string, payments: CapturedPayment[]): OrderNews[] {
  return [
    { notice: "new-order", dedupe_key: `new-order:${orderId}`, received: null },
    ...payments.flatMap((payment) => newsOfPayment(payment)),
  ]
}

/** @param facts of the same order */
export function noticeOfNews(
  { id, shop_id }: OrderWithNews,
  { notice, dedupe_key, received }: OrderNews,
  facts: OrderFacts,
): NoticeToMake {
  const money: NoticeFacts = received
    ? { amount: moneyIn(received.currency_code)(received.amount), currency_code: received.currency_code }
    : { amount: facts.totals.total }
  return {
    shop_id,
    notice,
    order_id: id,
    order_mail_id: null,
    facts: { ...noticeOfOrder(facts), ...money },
    dedupe_key,
  }
}
