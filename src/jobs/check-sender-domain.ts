import type { MedusaContainer } from "@medusajs/framework/types"
import { checkSenderDomainWorkflow } from "../workflows/check-sender-domain"

export default async function checkSenderDomain(container: MedusaContainer): Promise<void> {
  await checkSenderDomainWorkflow(container).run({ input: { user_id: null, now: new Date().toISOString() } })
}

export const config = {
  name: "check-sender-domain",
  // Looks every ten minutes, and asks DNS when it is time (isCheckDue): once a day, sooner where something is awaited.
  schedule: "*/10 * * * *",
}
