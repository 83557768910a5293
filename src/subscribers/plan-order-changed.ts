import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { refreshDunningCasesWorkflow } from "../workflows/refresh-dunning-cases"

/** What a changed order is reminded of is worked out anew. Some events name the order as `id`, others as `order_id`. */
export default async function planReminders({
  event,
  container,
}: SubscriberArgs<{ id?: string; order_id?: string }>): Promise<void> {
  const orderId = event.data.order_id ?? event.data.id
  if (orderId === undefined) return
  await refreshDunningCasesWorkflow(container).run({ input: { order_ids: [orderId], now: new Date().toISOString() } })
}

export const config: SubscriberConfig = {
  event: [
    OrderWorkflowEvents.PLACED,
    OrderWorkflowEvents.UPDATED,
    OrderWorkflowEvents.COMPLETED,
    OrderWorkflowEvents.CANCELED,
    OrderWorkflowEvents.ARCHIVED,
    OrderWorkflowEvents.FULFILLMENT_CREATED,
    OrderWorkflowEvents.FULFILLMENT_CANCELED,
    OrderWorkflowEvents.RETURN_RECEIVED,
    OrderEditWorkflowEvents.CONFIRMED,
  ],
  context: { subscriberId: "order-mail-plan-order-changed" },
}
