import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PaymentEvents } from "@medusajs/framework/utils"
import { notePaymentWorkflow } from "../workflows/note-payment"

/** The merchant may want to be told of money that came in. */
export default async function notePayment({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await notePaymentWorkflow(container).run({ input: { payment_id: event.data.id, now: new Date().toISOString() } })
}

export const config: SubscriberConfig = {
  event: PaymentEvents.CAPTURED,
  context: { subscriberId: "order-mail-note-payment-captured" },
}
