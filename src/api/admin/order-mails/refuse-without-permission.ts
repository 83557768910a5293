import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { ResendOrderMailBody } from "./validators"
import { grantedPermissions } from "./granted-permissions"

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

/** Says it in Medusa's words, and how the request can be had. */
function forbidden(policy: string, wayOut: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.FORBIDDEN,
    `Insufficient permissions. Required policies: ${policy}. Ask for a role that has it, or ${wayOut}.`,
  )
}
