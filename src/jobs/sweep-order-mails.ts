import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepOrderMailsWorkflow } from "../workflows/sweep-order-mails"

export default async function sweepOrderMails(container: MedusaContainer): Promise<void> {
  await sweepOrderMailsWorkflow(container).run({ input: { now: new Date().toISOString() } })
}

export const config = {
  name: "sweep-order-mails",
  schedule: "* * * * *",
}
