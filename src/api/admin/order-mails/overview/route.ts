import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createKindRegistry } from "../../../../kinds/registry"
import { sampleVariants } from "../../../../kinds/sample-mail"
import { ORDER_MAIL_MODULE } from "../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../modules/order-mail/service"
import type { AdminOrderMailOverviewResponse } from "../../../types"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderMailOverviewResponse>,
): Promise<void> {
  const orderMail = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data: shops }, failed_count] = await Promise.all([
    query.graph({ entity: "sales_channel", fields: ["id", "name"] }),
    orderMail.countTroubledMails(),
  ])
  res.json({
    transport: orderMail.options.smtp ? "smtp" : "capture",
    kinds: createKindRegistry()
      .list()
      .map((kind) => ({ id: kind.id, class: kind.class, variants: sampleVariants(kind.id) })),
    shops: shops.map(({ id, name }) => ({ id, name })),
    failed_count,
  })
}
