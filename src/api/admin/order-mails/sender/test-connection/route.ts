import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../../modules/order-mail/service"
import type { AdminConnectionTestResponse } from "../../../../sender-types"
import type { TestConnectionBody } from "../middlewares"
import { requireShop } from "../../require-shop"

export async function POST(
  req: AuthenticatedMedusaRequest<TestConnectionBody>,
  res: MedusaResponse<AdminConnectionTestResponse>,
): Promise<void> {
  const shopId = await requireShop(req.scope, req.validatedBody.shop_id)
  const { sender } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const test = await sender.testConnection(shopId, req.validatedBody.smtp)
  res.json({
    test: test.usable
      ? { usable: true, server: test.server, encrypted: test.encrypted, logged_in: test.loggedIn }
      : test,
  })
}
