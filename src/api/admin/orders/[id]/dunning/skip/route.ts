import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { skipDunningStepWorkflow } from "../../../../../../workflows/skip-dunning-step"
import type { AdminDunningResponse } from "../../../../../dunning-types"
import type { AdminConflict } from "../../../../../sender-settings-types"
import { answerConflict } from "../../../../order-mails/conflict"
import { dunningResponse } from "../dunning-response"
import type { DunningStepBody } from "../middlewares"

export async function POST(
  req: AuthenticatedMedusaRequest<DunningStepBody>,
  res: MedusaResponse<AdminDunningResponse | AdminConflict>,
): Promise<void> {
  const orderId = req.params.id!
  const { errors } = await skipDunningStepWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      order_id: orderId,
      user_id: req.auth_context.actor_id,
      now: new Date().toISOString(),
    },
    throwOnError: false,
  })
  const [failed] = errors
  if (failed) answerConflict(failed.error, res)
  else res.json(await dunningResponse(req.scope, orderId))
}
