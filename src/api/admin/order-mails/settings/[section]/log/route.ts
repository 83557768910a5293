import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../../../modules/order-mail/service"
import type { AdminSettingsLogResponse } from "../../../../../sender-settings-types"
import { adminUsers } from "../../../admin-users"
import { requireShop } from "../../../require-shop"
import type { SettingsLogQuery } from "../../middlewares"
import { sectionOf } from "../../section-of"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, SettingsLogQuery>,
  res: MedusaResponse<AdminSettingsLogResponse>,
): Promise<void> {
  const { shop_id, field = null, limit, offset } = req.validatedQuery
  const section = sectionOf(req.params.section)
  const shopId = await requireShop(req.scope, shop_id ?? null)
  const { settings } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const page = { field, limit: Number(limit), offset: Number(offset) }
  const [changes, count] = await settings.listChanges(section, shopId, page)
  const users = await adminUsers(
    req.scope,
    changes.map((change) => change.user_id),
  )
  res.json({
    count,
    changes: changes.map(({ id, at, user_id, action, field: changed, was, is }) => ({
      id,
      at: at.toISOString(),
      user_id,
      user_email: (user_id && users.get(user_id)?.email) || null,
      shop_id: shopId,
      section,
      action,
      field: changed,
      was,
      is,
    })),
  })
}
