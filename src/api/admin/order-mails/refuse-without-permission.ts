import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { grantedPermissions, mayReadOrders } from "./granted-permissions"
import type { PreviewBody, ResendOrderMailBody } from "./validators"

/**
 * Every route of Medusa that shows orders takes `fields=*order_mails`, also by way of returns, customers or payments, and
 * asks for the right to read those only. So the names of fields are looked at before any of them.
 */
export async function refuseMailsOfOrdersWithoutRead(
  req: AuthenticatedMedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  if (!JSON.stringify(req.query.fields ?? "").includes("order_mail")) return next()
  const { read } = await grantedPermissions(req)
  next(read ? undefined : forbidden("order_mail:read", "leave order_mails out of fields"))
}

/** A mail sent again to a corrected address may change the order, which is more than sending. */
export async function refuseOrderUpdateWithoutPermission(
  req: AuthenticatedMedusaRequest<ResendOrderMailBody>,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  if (!req.validatedBody.update_order) return next()
  const { update_orders } = await grantedPermissions(req)
  next(update_orders ? undefined : forbidden("order:update", "send without update_order"))
}

/** A mail about a real order shows who ordered what, which is more than settings. */
export async function refuseRealOrderWithoutPermission(
  req: AuthenticatedMedusaRequest<PreviewBody>,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  if (req.validatedBody.order_id === null || (await mayReadOrders(req))) return next()
  next(forbidden("order:read", "leave order_id out"))
}

/** Says it in Medusa's words, and how the request can be had. */
function forbidden(policy: string, wayOut: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.FORBIDDEN,
    `Insufficient permissions. Required policies: ${policy}. Ask for a role that has it, or ${wayOut}.`,
  )
}
