import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { withdrawOrderMailsWorkflow } from "../workflows/withdraw-order-mails"

/** A canceled order's mails that still wait are taken back. */
export default async function withdrawOrderMails({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await withdrawOrderMailsWorkflow(container).run({
    input: { order_ids: [event.data.id], cause: OrderWorkflowEvents.CANCELED },
  })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.CANCELED,
  context: { subscriberId: "order-mail-withdraw-order-canceled" },
}
