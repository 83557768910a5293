import { isBankTransfer, isBeforeInstallation } from "./ask-for-money"
import { addDecimals, compareDecimals } from "./decimal"
import type { Kind } from "./kind"
import type { OrderFacts } from "./order-facts"

/**
 * Tells the customer that an order by bank transfer was canceled before it was paid in full, so that no money comes for an
 * order that is over. Orders that were paid are none of its business.
 */
export const orderCanceledUnpaid: Kind = {
  id: "order-canceled-unpaid",
  class: "critical",

  decide(facts, context) {
    if (!isBankTransfer(facts, context) && !context.askedByUser) {
      return { send: false, reason: "not-bank-transfer", silent: true }
    }
    if (facts.status !== "canceled") return { send: false, reason: "no-occasion", silent: false }
    if (wasPaidInFull(facts.totals)) return { send: false, reason: "nothing-to-pay", silent: true }
    if (isBeforeInstallation(facts, context)) return { send: false, reason: "before-installation", silent: true }
    return { send: true }
  },

  // An order is canceled once.
  occurrence: () => "canceled",
}

/**
 * Canceling pays back what was paid and, for as much, adds credit lines, which lower the total: what the order cost before is
 * the total and that credit.
 */
function wasPaidInFull({ total, credit, paid, refunded }: OrderFacts["totals"]): boolean {
  const isCredited = compareDecimals(credit, refunded) >= 0
  return compareDecimals(paid, isCredited ? addDecimals(total, refunded) : total) >= 0
}
