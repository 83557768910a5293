import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resendOrderMailWorkflow } from "../../../../../workflows/resend-order-mail"
import type { AdminOrderMailResponse } from "../../../../types"
import { orderMailResponse } from "../../order-mail-response"
import type { ResendOrderMailBody } from "../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<ResendOrderMailBody>,
  res: MedusaResponse<AdminOrderMailResponse>,
): Promise<void> {
  const { result: mailId } = await resendOrderMailWorkflow(req.scope).run({
    input: { ...req.validatedBody, order_mail_id: req.params.id!, user_id: req.auth_context.actor_id },
  })
  res.json(await orderMailResponse(req.scope, mailId!))
}
