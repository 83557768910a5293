import type { KindDecision } from "../kinds/kind"
import type { SectionFields } from "../modules/order-mail/settings/section-registry"

/** Keeps mails back of a kind that the merchant has switched off. What would not go anyway keeps its own reason. */
export function heedKindSwitch(
  { notifications }: Pick<SectionFields, "notifications">,
  kind: string,
  decision: KindDecision,
): KindDecision {
  // A developer's own kinds have no switch.
  return decision.send && notifications[`kind:${kind}`] === false
    ? { send: false, reason: "kind-switched-off", silent: false }
    : decision
}
