import { isBankTransfer } from "./ask-for-money"
import { isPositive } from "./decimal"
import type { Kind } from "./kind"
import { movedBeforeInstallation, paymentOf } from "./money-movement"

/**
 * Thanks for a transfer that came in, one mail a payment: for all of the order, for a part with what is still open and
 * how to pay it, or for more than was owed. Whoever pays another way is told by the checkout.
 */
export const paymentReceived: Kind = {
  id: "payment-received",
  class: "optional",

  decide(facts, context) {
    if (!isBankTransfer(facts, context) && !context.askedByUser) {
      return { send: false, reason: "not-bank-transfer", silent: true }
    }
    const payment = paymentOf(facts, context.occasion)
    if (payment === null) return { send: false, reason: "no-occasion", silent: false }
    // What becomes of money for an order that is over is for the merchant to say.
    if (facts.status === "canceled") return { send: false, reason: "order-canceled", silent: false }
    // What was paid back counts as open again in Medusa; whether the customer owes it, only the merchant knows.
    if (isPositive(facts.totals.refunded) && isPositive(facts.totals.open)) {
      return { send: false, reason: "order-refunded", silent: false }
    }
    if (movedBeforeInstallation(payment, context)) return { send: false, reason: "before-installation", silent: true }
    return { send: true }
  },

  occurrence(facts, occasion) {
    const payment = paymentOf(facts, occasion)
    return payment === null ? "payment" : `payment-${payment.id}`
  },
}
