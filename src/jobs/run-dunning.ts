import type { MedusaContainer } from "@medusajs/framework/types"
import { runDunningWorkflow } from "../workflows/run-dunning"

export default async function runDunning(container: MedusaContainer): Promise<void> {
  await runDunningWorkflow(container).run({ input: { now: new Date().toISOString() } })
}

export const config = {
  name: "run-dunning",
  // What is due is found by an index; when reminders leave within a day, the shop's sending times decide.
  schedule: "* * * * *",
}
