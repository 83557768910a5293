import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, PaymentEvents } from "@medusajs/framework/utils"
import { queueEventMailsWorkflow } from "../workflows/queue-event-mails"

/** The customer is told of money that came in or went back. The event names the payment only. */
export default async function tellOfPayment({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["payment_collection.order.id"]
  const { data } = await query.graph({ entity: "payment", fields, filters: { id: event.data.id } })
  const order_ids = data.flatMap((payment) => payment.payment_collection?.order?.id ?? [])
  const now = new Date().toISOString()
  await queueEventMailsWorkflow(container).run({ input: { order_ids, cause: event.name, now } })
}

export const config: SubscriberConfig = {
  event: [PaymentEvents.CAPTURED, PaymentEvents.REFUNDED],
  context: { subscriberId: "order-mail-tell-payment-moved" },
}
