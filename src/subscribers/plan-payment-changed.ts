import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, PaymentEvents } from "@medusajs/framework/utils"
import { refreshDunningCasesWorkflow } from "../workflows/refresh-dunning-cases"

/** What an order is reminded of is worked out anew when money came in or went back. The event names the payment only. */
export default async function planReminders({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["payment_collection.order.id"]
  const { data } = await query.graph({ entity: "payment", fields, filters: { id: event.data.id } })
  const order_ids = data.flatMap((payment) => payment.payment_collection?.order?.id ?? [])
  await refreshDunningCasesWorkflow(container).run({ input: { order_ids, now: new Date().toISOString() } })
}

export const config: SubscriberConfig = {
  event: [PaymentEvents.CAPTURED, PaymentEvents.REFUNDED],
  context: { subscriberId: "order-mail-plan-payment-changed" },
}
