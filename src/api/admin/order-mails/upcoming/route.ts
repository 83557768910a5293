import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../modules/order-mail/service"
import type { AdminUpcomingResponse } from "../../../dunning-types"
import type { UpcomingQuery } from "./middlewares"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, UpcomingQuery>,
  res: MedusaResponse<AdminUpcomingResponse>,
): Promise<void> {
  const { order, limit, offset, ...filters } = req.validatedQuery
  const { dunning } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { lines, count, sums, awaitingApproval, unplanned } = await dunning.listUpcoming(
    filters,
    { limit, offset, order },
    new Date(),
  )
  res.json({ upcoming: lines, count, limit, offset, sums, awaiting_approval: awaitingApproval, unplanned })
}
