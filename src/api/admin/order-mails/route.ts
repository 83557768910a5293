import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../modules/order-mail"
import type { OrderMailFilters } from "../../../modules/order-mail/queries/find-order-mails"
import type OrderMailModuleService from "../../../modules/order-mail/service"
import type { AdminOrderMailListResponse } from "../../types"
import { toAdminOrderMail } from "./order-mail-response"
import type { ListOrderMailsQuery } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListOrderMailsQuery>,
  res: MedusaResponse<AdminOrderMailListResponse>,
): Promise<void> {
  const orderMail = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { take, skip, order } = req.queryConfig.pagination
  const [mails, count] = await orderMail.listAndCount(req.filterableFields as OrderMailFilters, {
    take,
    skip,
    order: order as Record<string, "ASC" | "DESC"> | undefined,
  })
  res.json({ order_mails: mails.map(toAdminOrderMail), count, limit: take ?? mails.length, offset: skip ?? 0 })
}
