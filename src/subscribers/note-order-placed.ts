import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { noteNewOrdersWorkflow } from "../workflows/note-new-orders"

/** The merchant may want to be told of a new order, and of what was paid with it. */
export default async function noteNewOrder({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const now = new Date().toISOString()
  await noteNewOrdersWorkflow(container).run({ input: { order_ids: [event.data.id], now } })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "order-mail-note-order-placed" },
}
