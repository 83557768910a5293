import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendTestOrderMailWorkflow } from "../../../../workflows/send-test-order-mail"
import type { AdminTestMailResponse } from "../../../test-mail-types"
import { requireShop } from "../require-shop"
import type { SendTestMailBody } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<SendTestMailBody>,
  res: MedusaResponse<AdminTestMailResponse>,
): Promise<void> {
  await requireShop(req.scope, req.validatedBody.shop_id)
  const { result: sent } = await sendTestOrderMailWorkflow(req.scope).run({ input: req.validatedBody })
  const { result, answer, subject, from, identity, identityReason, report } = sent
  res.json({
    test_mail: {
      result,
      answer: answer && {
        code: answer.code,
        enhanced_status: answer.enhancedStatus,
        text: answer.text,
        server: answer.server,
      },
      subject,
      from,
      identity,
      identity_reason: identityReason,
      report,
    },
  })
}
