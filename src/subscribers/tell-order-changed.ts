import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { queueEventMailsWorkflow } from "../workflows/queue-event-mails"

/**
 * The customer is told that an unpaid order is canceled, or costs another amount. What changes an order names it as
 * `order_id`.
 */
export default async function tellOfChange({
  event,
  container,
}: SubscriberArgs<{ id?: string; order_id?: string }>): Promise<void> {
  const orderId = event.data.order_id ?? event.data.id
  if (orderId === undefined) return
  const now = new Date().toISOString()
  await queueEventMailsWorkflow(container).run({ input: { order_ids: [orderId], cause: event.name, now } })
}

export const config: SubscriberConfig = {
  event: [
    OrderWorkflowEvents.CANCELED,
    OrderWorkflowEvents.RETURN_RECEIVED,
    OrderWorkflowEvents.EXCHANGE_CREATED,
    OrderWorkflowEvents.CLAIM_CREATED,
    OrderEditWorkflowEvents.CONFIRMED,
  ],
  context: { subscriberId: "order-mail-tell-order-changed" },
}
