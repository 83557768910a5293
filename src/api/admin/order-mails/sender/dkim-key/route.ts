import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { makeDkimKeyWorkflow } from "../../../../../workflows/make-dkim-key"
import type { AdminSenderResponse } from "../../../../sender-types"
import type { ShopBody } from "../middlewares"
import { requireShop } from "../../require-shop"
import { senderResponse } from "../sender-response"

export async function POST(
  req: AuthenticatedMedusaRequest<ShopBody>,
  res: MedusaResponse<AdminSenderResponse>,
): Promise<void> {
  const shopId = await requireShop(req.scope, req.validatedBody.shop_id)
  await makeDkimKeyWorkflow(req.scope).run({ input: { shop_id: shopId, user_id: req.auth_context.actor_id } })
  res.json(await senderResponse(req.scope, shopId))
}
