import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { giveUpDkimKeyWorkflow } from "../../../../../../workflows/give-up-dkim-key"
import type { AdminSenderResponse } from "../../../../../sender-types"
import type { DkimKeyBody } from "../../middlewares"
import { requireShop } from "../../../require-shop"
import { senderResponse } from "../../sender-response"

export async function POST(
  req: AuthenticatedMedusaRequest<DkimKeyBody>,
  res: MedusaResponse<AdminSenderResponse>,
): Promise<void> {
  const { selector } = req.validatedBody
  const shopId = await requireShop(req.scope, req.validatedBody.shop_id)
  await giveUpDkimKeyWorkflow(req.scope).run({
    input: { shop_id: shopId, selector, user_id: req.auth_context.actor_id },
  })
  res.json(await senderResponse(req.scope, shopId))
}
