import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SaveSenderInput } from "../../../../modules/order-mail/settings/sender-input"
import { saveSenderSettingsWorkflow } from "../../../../workflows/save-sender-settings"
import type { AdminConflict } from "../../../sender-settings-types"
import type { AdminSenderResponse } from "../../../sender-types"
import { answerConflict } from "../conflict"
import type { ShopQuery } from "./middlewares"
import { requireShop } from "../require-shop"
import { senderResponse } from "./sender-response"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ShopQuery>,
  res: MedusaResponse<AdminSenderResponse>,
): Promise<void> {
  res.json(await senderResponse(req.scope, await requireShop(req.scope, req.validatedQuery.shop_id ?? null)))
}

export async function POST(
  req: AuthenticatedMedusaRequest<SaveSenderInput>,
  res: MedusaResponse<AdminSenderResponse | AdminConflict>,
): Promise<void> {
  const shopId = await requireShop(req.scope, req.validatedBody.shop_id)
  const { errors } = await saveSenderSettingsWorkflow(req.scope).run({
    input: { ...req.validatedBody, user_id: req.auth_context.actor_id, now: new Date().toISOString() },
    throwOnError: false,
  })
  const [failed] = errors
  if (failed) answerConflict(failed.error, res)
  else res.json(await senderResponse(req.scope, shopId))
}
