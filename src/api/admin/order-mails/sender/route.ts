import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSenderResponse } from "../../../sender-types"
import { senderResponse } from "./sender-response"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminSenderResponse>): Promise<void> {
  res.json(await senderResponse(req.scope))
}
