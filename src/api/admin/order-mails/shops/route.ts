import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createKindRegistry } from "../../../../kinds/registry"
import { ORDER_MAIL_MODULE } from "../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../modules/order-mail/service"
import type { AdminShopsResponse } from "../../../sender-settings-types"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminShopsResponse>): Promise<void> {
  const { settings } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data: channels }, withSettings] = await Promise.all([
    query.graph({
      entity: "sales_channel",
      fields: ["id", "name", "is_disabled"],
      pagination: { order: { name: "ASC" } },
    }),
    settings.shopsWithSettings(),
  ])
  res.json({
    shops: channels.map(({ id, name, is_disabled }) => ({
      id,
      name,
      is_disabled,
      has_own_settings: withSettings.has(id),
    })),
    kinds: createKindRegistry()
      .list()
      .map((kind) => ({ id: kind.id, class: kind.class })),
  })
}
