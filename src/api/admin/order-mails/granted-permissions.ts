import { resolvePermissions } from "@medusajs/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MANAGE_SETTINGS, READ_MAILS, SEND_MAILS } from "../../../policies/order-mail"
import type { AdminOrderMailPermissions } from "../../types"

/** Medusa's own; changing the order's e-mail address needs it on Medusa's routes, and so here. */
const UPDATE_ORDERS = { resource: "order", operation: "update" }

/**
 * What the caller may do, by the roles of the login, which are what Medusa checks on routes: a changed role counts from
 * the next login on. Without Medusa's feature flag `rbac` everything.
 */
export async function grantedPermissions(req: AuthenticatedMedusaRequest): Promise<AdminOrderMailPermissions> {
  const roles = (req.auth_context?.app_metadata?.roles ?? []) as string[]
  const universe = [READ_MAILS, SEND_MAILS, MANAGE_SETTINGS, UPDATE_ORDERS]
  const granted = await resolvePermissions({ roles, universe, container: req.scope })
  const has = ({ resource, operation }: typeof READ_MAILS) => granted.has(`${resource}:${operation}`)
  return {
    read: has(READ_MAILS),
    send: has(SEND_MAILS),
    manage_settings: has(MANAGE_SETTINGS),
    update_orders: has(UPDATE_ORDERS),
  }
}
