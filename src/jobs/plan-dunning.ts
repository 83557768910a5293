import type { MedusaContainer } from "@medusajs/framework/types"
import { planDunningWorkflow } from "../workflows/plan-dunning"

export default async function planDunning(container: MedusaContainer): Promise<void> {
  await planDunningWorkflow(container).run({ input: { now: new Date().toISOString() } })
}

export const config = {
  name: "plan-dunning",
  schedule: "* * * * *",
}
