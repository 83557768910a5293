import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderMailResponse } from "../../../types"
import { orderMailResponse } from "../order-mail-response"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminOrderMailResponse>): Promise<void> {
  res.json(await orderMailResponse(req.scope, req.params.id!))
}
