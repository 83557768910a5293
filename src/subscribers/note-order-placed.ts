import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { noteNewOrdersWorkflow } from "../workflows/note-new-orders"

/** The merchant may want to be told of a new order. */
export default async function noteNewOrder({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await noteNewOrdersWorkflow(container).run({ input: { order_ids: [event.data.id] } })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "order-mail-note-order-placed" },
}
