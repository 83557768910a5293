import { isPositive } from "./decimal"
import type { Kind } from "./kind"

/**
 * How to pay an order by bank transfer, sent once when the order is placed: before delivery, or on invoice.
 *
 * Orders paid another way are none of its business and leave no trace. Every other order it does not write to gets a
 * row with the reason, so that a merchant who misses the mail finds out why. A merchant who asks for it gets it for
 * older orders and other ways to pay, too, but never for an order that is canceled or paid.
 */
export const paymentInfo: Kind = {
  id: "payment-info",
  class: "critical",

  decide(facts, context) {
    const { prepayment, invoice } = context.paymentProviders
    const isBankTransfer = facts.payment_provider_ids.some((id) => prepayment.includes(id) || invoice.includes(id))
    if (!isBankTransfer && !context.askedByUser) {
      return { send: false, reason: "not-bank-transfer", silent: true }
    }
    if (facts.status === "canceled") {
      return { send: false, reason: "order-canceled", silent: false }
    }
    if (!isPositive(facts.totals.open)) {
      return { send: false, reason: "nothing-to-pay", silent: false }
    }
    if (!context.askedByUser && Date.parse(facts.placed_at) < Date.parse(context.installedAt)) {
      return { send: false, reason: "before-installation", silent: false }
    }
    return { send: true }
  },

  // An order is placed once.
  occurrence: () => "placed",
}
