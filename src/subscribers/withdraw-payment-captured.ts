import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, PaymentEvents } from "@medusajs/framework/utils"
import { withdrawOrderMailsWorkflow } from "../workflows/withdraw-order-mails"

/** A paid order's mails that still wait are taken back. The event names the payment only. */
export default async function withdrawOrderMails({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["payment_collection.order.id"]
  const { data } = await query.graph({ entity: "payment", fields, filters: { id: event.data.id } })
  const order_ids = data.flatMap((payment) => payment.payment_collection?.order?.id ?? [])
  await withdrawOrderMailsWorkflow(container).run({ input: { order_ids, cause: PaymentEvents.CAPTURED } })
}

export const config: SubscriberConfig = {
  event: PaymentEvents.CAPTURED,
  context: { subscriberId: "order-mail-withdraw-payment-captured" },
}
