import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decideApprovalsWorkflow } from "../../../../workflows/decide-approvals"
import type { AdminApprovalsResponse } from "../../../dunning-types"
import type { ApprovalsBody } from "./middlewares"

export async function POST(
  req: AuthenticatedMedusaRequest<ApprovalsBody>,
  res: MedusaResponse<AdminApprovalsResponse>,
): Promise<void> {
  const { result } = await decideApprovalsWorkflow(req.scope).run({
    input: { ...req.validatedBody, user_id: req.auth_context.actor_id, now: new Date().toISOString() },
  })
  res.json({ results: result })
}
