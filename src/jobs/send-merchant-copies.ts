import type { MedusaContainer } from "@medusajs/framework/types"
import { sendMerchantCopiesWorkflow } from "../workflows/send-merchant-copies"

export default async function sendMerchantCopies(container: MedusaContainer): Promise<void> {
  await sendMerchantCopiesWorkflow(container).run({ input: { now: new Date().toISOString() } })
}

export const config = {
  name: "send-merchant-copies",
  // Looks for what is to be copied instead of waiting for events, which a crash loses; it is one query by an index.
  schedule: "* * * * *",
}
