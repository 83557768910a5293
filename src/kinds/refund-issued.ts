import type { Kind } from "./kind"
import { movedBeforeInstallation, refundOf } from "./money-movement"

/** Tells the customer of money that goes back, one mail a refund, whichever way the order was paid. */
export const refundIssued: Kind = {
  id: "refund-issued",
  class: "optional",

  decide(facts, context) {
    const refund = refundOf(facts, context.occasion)
    if (refund === null) return { send: false, reason: "no-occasion", silent: false }
    if (movedBeforeInstallation(refund, context)) return { send: false, reason: "before-installation", silent: true }
    return { send: true }
  },

  occurrence(facts, occasion) {
    const refund = refundOf(facts, occasion)
    return refund === null ? "refund" : `refund-${refund.id}`
  },
}
