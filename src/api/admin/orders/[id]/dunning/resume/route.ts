import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resumeDunningWorkflow } from "../../../../../../workflows/resume-dunning"
import type { AdminDunningResponse } from "../../../../../dunning-types"
import { dunningResponse } from "../dunning-response"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminDunningResponse>): Promise<void> {
  const orderId = req.params.id!
  await resumeDunningWorkflow(req.scope).run({
    input: { order_id: orderId, user_id: req.auth_context.actor_id, now: new Date().toISOString() },
  })
  res.json(await dunningResponse(req.scope, orderId))
}
