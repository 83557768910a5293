import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../../modules/order-mail/service"
import type { AdminSettingsLogResponse } from "../../../../sender-settings-types"
import { adminUsers } from "../../admin-users"
import type { SettingsLogQuery } from "../middlewares"
import { requireShop } from "../require-shop"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, SettingsLogQuery>,
  res: MedusaResponse<AdminSettingsLogResponse>,
): Promise<void> {
  const { shop_id, limit, offset } = req.validatedQuery
  const shopId = await requireShop(req.scope, shop_id ?? null)
  const { sender } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const [changes, count] = await sender.saved.listChanges(shopId, { limit: Number(limit), offset: Number(offset) })
  const users = await adminUsers(
    req.scope,
    changes.map((change) => change.user_id),
  )
  res.json({
    count,
    changes: changes.map(({ id, at, user_id, section, action, field, was, is }) => ({
      id,
      at: at.toISOString(),
      user_id,
      user_email: (user_id && users.get(user_id)?.email) || null,
      shop_id: shopId,
      section,
      action,
      field,
      was,
      is,
    })),
  })
}
