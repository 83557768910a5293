import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { SaveSenderInput } from "../../../../modules/order-mail/settings/sender-input"
import { saveSenderSettingsWorkflow } from "../../../../workflows/save-sender-settings"
import type { AdminConflict } from "../../../sender-settings-types"
import type { AdminSenderResponse } from "../../../sender-types"
import type { ShopQuery } from "./middlewares"
import { requireShop } from "./require-shop"
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
  const error: unknown = errors[0]?.error
  if (isConflict(error)) {
    // Medusa's error handler puts words about idempotency keys in place of these.
    res.status(409).json({ type: error.type, message: error.message })
    return
  }
  if (error) throw error
  res.json(await senderResponse(req.scope, shopId))
}

/** Errors leave a workflow as plain objects. */
function isConflict(error: unknown): error is AdminConflict {
  return typeof error === "object" && error !== null && "type" in error && error.type === MedusaError.Types.CONFLICT
}
