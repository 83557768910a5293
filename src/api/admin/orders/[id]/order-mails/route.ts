import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { queueOrderMailWorkflow } from "../../../../../workflows/queue-order-mail"
import type { AdminOrderMailResponse } from "../../../../types"
import { orderMailResponse } from "../../../order-mails/order-mail-response"
import type { SendOrderMailBody } from "../../../order-mails/validators"

export async function POST(
  req: AuthenticatedMedusaRequest<SendOrderMailBody>,
  res: MedusaResponse<AdminOrderMailResponse>,
): Promise<void> {
  const { result: mailId } = await queueOrderMailWorkflow(req.scope).run({
    input: { ...req.validatedBody, order_id: req.params.id!, cause: "user", user_id: req.auth_context.actor_id },
  })
  res.json(await orderMailResponse(req.scope, mailId!))
}
