import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { SalesChannelWorkflowEvents } from "@medusajs/framework/utils"
import { forgetShopSettingsWorkflow } from "../workflows/forget-shop-settings"

/** A sales channel that is gone has no mail server to connect to, no domain to ask about and no password to keep. */
export default async function forgetSalesChannel({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await forgetShopSettingsWorkflow(container).run({ input: { shop_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: SalesChannelWorkflowEvents.DELETED,
  context: { subscriberId: "order-mail-forget-sales-channel-deleted" },
}
