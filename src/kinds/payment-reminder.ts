import { decideDemand } from "./ask-for-money"
import { demandOccurrence } from "./demand-occurrence"
import type { Kind } from "./kind"

/**
 * Reminds of an order that is not paid: before the due date as a friendly note, after it with the date that has passed.
 * Only the dunning plan sends it, one mail a step.
 */
export const paymentReminder: Kind = {
  id: "payment-reminder",
  class: "critical",
  decide: decideDemand,
  occurrence: (_, occasion) => demandOccurrence(occasion),
}
