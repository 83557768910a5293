import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { liftDunningStopWorkflow } from "../../../../../../workflows/lift-dunning-stop"
import type { AdminDunningStopResponse } from "../../../../../dunning-types"
import { toAdminStop } from "../../../dunning-stop-response"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDunningStopResponse>,
): Promise<void> {
  const { result } = await liftDunningStopWorkflow(req.scope).run({
    input: { stop_id: req.params.id!, user_id: req.auth_context.actor_id, now: new Date().toISOString() },
  })
  res.json({ dunning_stop: await toAdminStop(req.scope, result) })
}
