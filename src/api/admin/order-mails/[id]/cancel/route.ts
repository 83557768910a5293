import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelOrderMailWorkflow } from "../../../../../workflows/cancel-order-mail"
import type { AdminOrderMailResponse } from "../../../../types"
import { orderMailResponse } from "../../order-mail-response"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderMailResponse>,
): Promise<void> {
  const mailId = req.params.id!
  await cancelOrderMailWorkflow(req.scope).run({
    input: { order_mail_id: mailId, user_id: req.auth_context.actor_id },
  })
  res.json(await orderMailResponse(req.scope, mailId))
}
