import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { queueOrderMailWorkflow } from "../workflows/queue-order-mail"

/** A placed order gets its payment information at once. */
export default async function queuePaymentInfo({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await queueOrderMailWorkflow(container).run({
    input: { order_id: event.data.id, kind: "payment-info", cause: OrderWorkflowEvents.PLACED },
  })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "order-mail-payment-info-order-placed" },
}
