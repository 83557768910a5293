import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDunningResponse } from "../../../../dunning-types"
import { dunningResponse } from "./dunning-response"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminDunningResponse>): Promise<void> {
  res.json(await dunningResponse(req.scope, req.params.id!))
}
