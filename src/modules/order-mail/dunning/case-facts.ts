import { customerName } from "../../../kinds/customer-name"
import type { OrderFacts } from "../../../kinds/order-facts"

/** What of an order decides about its reminders, and what the lists of them show. Instants are ISO 8601 in UTC. */
export interface CaseFacts {
  orderId: string
  orderNumber: string
  shopId: string | null
  shopName: string
  customerId: string | null
  customerName: string | null
  email: string | null
  currencyCode: string
  placedAt: string
  /** Medusa's order status; `draft` for a draft order. */
  status: string
  /** Decimal strings in major units. */
  open: string
  paid: string
  refunded: string
  /** When goods first left; null: not yet. */
  fulfilledAt: string | null
  paymentProviderIds: string[]
}

/** @returns of the facts that mails are written from what their reminders are decided by */
export function caseFactsOf(facts: OrderFacts): CaseFacts {
  const { id, number, shop, customer, totals } = facts
  return {
    orderId: id,
    orderNumber: number,
    shopId: shop.id,
    shopName: shop.name,
    customerId: customer.id,
    customerName: customerName(facts),
    email: facts.email,
    currencyCode: facts.currency_code,
    placedAt: facts.placed_at,
    status: facts.status,
    open: totals.open,
    paid: totals.paid,
    refunded: totals.refunded,
    fulfilledAt: facts.fulfilled_at,
    paymentProviderIds: facts.payment_provider_ids,
  }
}
