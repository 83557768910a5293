import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../../modules/order-mail/service"
import type { AdminConnectionTestResponse } from "../../../../sender-types"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminConnectionTestResponse>,
): Promise<void> {
  const test = await req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE).sender.testConnection()
  res.json({
    test: test.usable
      ? { usable: true, server: test.server, encrypted: test.encrypted, logged_in: test.loggedIn }
      : test,
  })
}
