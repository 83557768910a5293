import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepOrderEventsWorkflow } from "../workflows/sweep-order-events"

export default async function sweepOrderEvents(container: MedusaContainer): Promise<void> {
  await sweepOrderEventsWorkflow(container).run({ input: { now: new Date().toISOString() } })
}

export const config = {
  name: "sweep-order-events",
  schedule: "* * * * *",
}
