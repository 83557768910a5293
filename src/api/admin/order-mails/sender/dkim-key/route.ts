import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { makeDkimKeyWorkflow } from "../../../../../workflows/make-dkim-key"
import type { AdminSenderResponse } from "../../../../sender-types"
import { senderResponse } from "../sender-response"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminSenderResponse>): Promise<void> {
  await makeDkimKeyWorkflow(req.scope).run({ input: { user_id: req.auth_context.actor_id } })
  res.json(await senderResponse(req.scope))
}
