import { resolvePermissions } from "@medusajs/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MANAGE_SETTINGS, READ_MAILS, SEND_MAILS } from "../../../policies/order-mail"
import type { AdminOrderMailPermissions } from "../../types"

/** Medusa's own; changing the order's e-mail address needs it on Medusa's routes, and so here. */
const UPDATE_ORDERS = { resource: "order", operation: "update" }

/** Medusa's own; what an order says can only be seen with it, by whatever way. */
const READ_ORDERS = { resource: "order", operation: "read" }

/**
 * What the caller may do, by the roles of the login, which are what Medusa checks on routes: a changed role counts from
 * the next login on. Without Medusa's feature flag `rbac` everything.
 */
export async function grantedPermissions(req: AuthenticatedMedusaRequest): Promise<AdminOrderMailPermissions> {
  const has = await grantedOf(req, [READ_MAILS, SEND_MAILS, MANAGE_SETTINGS, UPDATE_ORDERS])
  return {
    read: has(READ_MAILS),
    send: has(SEND_MAILS),
    manage_settings: has(MANAGE_SETTINGS),
    update_orders: has(UPDATE_ORDERS),
  }
}

/** Whether the caller may see orders on Medusa's own routes; roles as in {@link grantedPermissions}. */
export async function mayReadOrders(req: AuthenticatedMedusaRequest): Promise<boolean> {
  return (await grantedOf(req, [READ_ORDERS]))(READ_ORDERS)
}

type Policy = typeof READ_MAILS

async function grantedOf(req: AuthenticatedMedusaRequest, universe: Policy[]): Promise<(policy: Policy) => boolean> {
  const roles = (req.auth_context?.app_metadata?.roles ?? []) as string[]
  const granted = await resolvePermissions({ roles, universe, container: req.scope })
  return ({ resource, operation }) => granted.has(`${resource}:${operation}`)
}
