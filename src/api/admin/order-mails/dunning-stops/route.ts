import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../modules/order-mail/service"
import { addDunningStopWorkflow } from "../../../../workflows/add-dunning-stop"
import type { AdminDunningStopResponse, AdminDunningStopsResponse } from "../../../dunning-types"
import { toAdminStop, toAdminStops } from "../dunning-stop-response"
import type { AddDunningStopBody, DunningStopsQuery } from "./middlewares"
import { requireCustomer } from "./require-customer"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, DunningStopsQuery>,
  res: MedusaResponse<AdminDunningStopsResponse>,
): Promise<void> {
  const { order_id: orderId, customer_id: customerId } = req.validatedQuery
  const { dunning } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const stops = await dunning.listStops({ orderId, customerId }, new Date())
  res.json({ dunning_stops: await toAdminStops(req.scope, stops) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<AddDunningStopBody>,
  res: MedusaResponse<AdminDunningStopResponse>,
): Promise<void> {
  const stop = req.validatedBody
  if (stop.scope === "customer") await requireCustomer(req.scope, stop.customer_id)
  const { result } = await addDunningStopWorkflow(req.scope).run({
    input: { ...stop, user_id: req.auth_context.actor_id, now: new Date().toISOString() },
  })
  res.json({ dunning_stop: await toAdminStop(req.scope, result) })
}
