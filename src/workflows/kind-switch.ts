import type { KindDecision } from "../kinds/kind"
import type OrderMailModuleService from "../modules/order-mail/service"

/**
 * Keeps mails back of a kind that the merchant has switched off. What would not go anyway keeps its own reason.
 * @param shopId null: the store
 */
export async function heedKindSwitch(
  orderMail: OrderMailModuleService,
  shopId: string | null,
  kind: string,
  decision: KindDecision,
): Promise<KindDecision> {
  if (!decision.send) return decision
  const { notifications } = await orderMail.settings.effective(shopId)
  // A developer's own kinds have no switch.
  return notifications[`kind:${kind}`] === false
    ? { send: false, reason: "kind-switched-off", silent: false }
    : decision
}
