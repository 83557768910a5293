import type { MiddlewareRoute } from "@medusajs/framework/http"
import { MANAGE_SETTINGS, READ_MAILS, SEND_MAILS } from "../../../policies/order-mail"

/**
 * What a user must be allowed to for which route, once Medusa's feature flag `rbac` is on. Matchers are those of the
 * route files. The only route for everybody tells users their own permissions.
 */
export const routePolicies: MiddlewareRoute[] = [
  needs(READ_MAILS, "GET", "/admin/order-mails"),
  needs(READ_MAILS, "GET", "/admin/order-mails/overview"),
  needs(READ_MAILS, "GET", "/admin/order-mails/:id"),
  needs(READ_MAILS, "GET", "/admin/order-mails/:id/content"),
  needs(READ_MAILS, "GET", "/admin/order-mails/:id/eml"),

  needs(READ_MAILS, "GET", "/admin/order-mails/dunning-stops"),
  needs(READ_MAILS, "GET", "/admin/order-mails/upcoming"),
  needs(READ_MAILS, "GET", "/admin/order-mails/upcoming/csv"),
  needs(READ_MAILS, "GET", "/admin/orders/:id/dunning"),

  // These answer with the whole mail, or with what comes next for an order.
  needs([SEND_MAILS, READ_MAILS], "POST", "/admin/order-mails/:id/resend"),
  needs([SEND_MAILS, READ_MAILS], "POST", "/admin/order-mails/:id/cancel"),
  needs([SEND_MAILS, READ_MAILS], "POST", "/admin/orders/:id/order-mails"),
  needs([SEND_MAILS, READ_MAILS], "POST", "/admin/orders/:id/dunning/send-now"),
  needs([SEND_MAILS, READ_MAILS], "POST", "/admin/orders/:id/dunning/skip"),
  needs([SEND_MAILS, READ_MAILS], "POST", "/admin/orders/:id/dunning/end"),
  needs([SEND_MAILS, READ_MAILS], "POST", "/admin/orders/:id/dunning/resume"),
  needs([SEND_MAILS, READ_MAILS], "POST", "/admin/order-mails/dunning-stops"),
  needs([SEND_MAILS, READ_MAILS], "POST", "/admin/order-mails/dunning-stops/:id/lift"),
  needs([SEND_MAILS, READ_MAILS], "POST", "/admin/order-mails/approvals"),
  needs(SEND_MAILS, "POST", "/admin/order-mails/test-mails"),

  needs(MANAGE_SETTINGS, "GET", "/admin/order-mails/shops"),
  needs(MANAGE_SETTINGS, "GET", "/admin/order-mails/payment-providers"),
  needs(MANAGE_SETTINGS, "GET", "/admin/order-mails/holiday-regions"),
  needs(MANAGE_SETTINGS, "POST", "/admin/order-mails/branding/header-image"),
  needs(MANAGE_SETTINGS, "POST", "/admin/order-mails/preview"),
  needs(MANAGE_SETTINGS, "GET", "/admin/order-mails/sender"),
  needs(MANAGE_SETTINGS, "POST", "/admin/order-mails/sender"),
  needs(MANAGE_SETTINGS, "GET", "/admin/order-mails/settings-file"),
  needs(MANAGE_SETTINGS, "POST", "/admin/order-mails/settings-file"),
  needs(MANAGE_SETTINGS, "GET", "/admin/order-mails/texts"),
  needs(MANAGE_SETTINGS, "GET", "/admin/order-mails/settings/:section"),
  needs(MANAGE_SETTINGS, "POST", "/admin/order-mails/settings/:section"),
  needs(MANAGE_SETTINGS, "GET", "/admin/order-mails/settings/:section/log"),
  needs(MANAGE_SETTINGS, "POST", "/admin/order-mails/sender/archive-password"),
  needs(MANAGE_SETTINGS, "POST", "/admin/order-mails/sender/check"),
  needs(MANAGE_SETTINGS, "POST", "/admin/order-mails/sender/dkim-key"),
  needs(MANAGE_SETTINGS, "POST", "/admin/order-mails/sender/dkim-key/give-up"),
  needs(MANAGE_SETTINGS, "POST", "/admin/order-mails/sender/test-connection"),
]

type Policy = typeof READ_MAILS

/** Of several policies a user must have every one. */
function needs(policies: Policy | Policy[], method: "GET" | "POST", matcher: string): MiddlewareRoute {
  return { method: [method], matcher, policies: [policies].flat() }
}
