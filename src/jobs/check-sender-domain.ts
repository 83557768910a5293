import type { MedusaContainer } from "@medusajs/framework/types"
import { checkSenderDomainWorkflow } from "../workflows/check-sender-domain"

export default async function checkSenderDomain(container: MedusaContainer): Promise<void> {
  await checkSenderDomainWorkflow(container).run({ input: { user_id: null, now: new Date().toISOString() } })
}

export const config = {
  name: "check-sender-domain",
  // Looks every ten minutes, asks DNS once a day: so a new shop is checked soon, and a missed day is made up for.
  schedule: "*/10 * * * *",
}
