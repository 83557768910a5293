import type { MedusaContainer } from "@medusajs/framework/types"
import { sendMerchantNoticesWorkflow } from "../workflows/send-merchant-notices"

export default async function sendMerchantNotices(container: MedusaContainer): Promise<void> {
  await sendMerchantNoticesWorkflow(container).run({ input: { now: new Date().toISOString() } })
}

export const config = {
  name: "send-merchant-notices",
  schedule: "* * * * *",
}
