import { decideDemand, isBankTransfer, isBeforeInstallation, reasonToAskNothing } from "./ask-for-money"
import { demandOccurrence } from "./demand-occurrence"
import type { Kind } from "./kind"

/**
 * How to pay an order by bank transfer, before delivery or on invoice: when it is placed, again when an order that was
 * changed costs another amount, and again when the dunning plan has it.
 *
 * Orders paid another way are none of its business and leave no trace. Every other order it does not write to gets a
 * row with the reason, so that a merchant who misses the mail finds out why. A merchant who asks for it gets it for
 * older orders and other ways to pay, too, but never for an order that is canceled or paid.
 */
export const paymentInfo: Kind = {
  id: "payment-info",
  class: "critical",

  decide(facts, context) {
    if (context.occasion.type === "demand") return decideDemand(facts, context)
    if (!isBankTransfer(facts, context) && !context.askedByUser) {
      return { send: false, reason: "not-bank-transfer", silent: true }
    }
    const reason = reasonToAskNothing(facts)
    if (reason !== null) return { send: false, reason, silent: false }
    if (isBeforeInstallation(facts, context)) return { send: false, reason: "before-installation", silent: false }
    return { send: true }
  },

  occurrence(facts, occasion) {
    if (occasion.type === "changed") return `version-${facts.version}`
    return occasion.type === "demand" ? demandOccurrence(occasion) : "placed"
  },
}
