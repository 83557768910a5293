import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkSenderDomainWorkflow } from "../../../../../workflows/check-sender-domain"
import type { AdminSenderResponse } from "../../../../sender-types"
import { senderResponse } from "../sender-response"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminSenderResponse>): Promise<void> {
  await checkSenderDomainWorkflow(req.scope).run({
    input: { user_id: req.auth_context.actor_id, now: new Date().toISOString() },
  })
  res.json(await senderResponse(req.scope))
}
