import { decideDemand } from "./ask-for-money"
import { demandOccurrence } from "./demand-occurrence"
import type { Kind } from "./kind"

/**
 * Demands payment after the due date, with its level, and with costs and interest where the plan and the law have them. Only
 * the dunning plan sends it, one mail a step.
 */
export const dunning: Kind = {
  id: "dunning",
  class: "critical",
  decide: decideDemand,
  occurrence: (_, occasion) => demandOccurrence(occasion),
}
