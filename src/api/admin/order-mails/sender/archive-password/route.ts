import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../../modules/order-mail/service"
import type { AdminArchivePasswordResponse } from "../../../../sender-settings-types"
import type { ShopBody } from "../middlewares"
import { requireShop } from "../../require-shop"

/** The one secret that is ever shown: people need it to open the archive. Each look is noted in the settings log. */
export async function POST(
  req: AuthenticatedMedusaRequest<ShopBody>,
  res: MedusaResponse<AdminArchivePasswordResponse>,
): Promise<void> {
  const shopId = await requireShop(req.scope, req.validatedBody.shop_id)
  const { sender } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const password = await sender.saved.revealArchivePassword(shopId, req.auth_context.actor_id)
  res.setHeader("Cache-Control", "no-store")
  res.json({ password })
}
