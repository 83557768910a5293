import { defineMiddlewares, validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import { brandingMiddlewares } from "./admin/order-mails/branding/middlewares"
import { previewMiddlewares } from "./admin/order-mails/preview/middlewares"
import {
  refuseMailsOfOrdersWithoutRead,
  refuseOrderUpdateWithoutPermission,
} from "./admin/order-mails/refuse-without-permission"
import { routePolicies } from "./admin/order-mails/route-policies"
import { senderMiddlewares } from "./admin/order-mails/sender/middlewares"
import { settingsFileMiddlewares } from "./admin/order-mails/settings-file/middlewares"
import { settingsMiddlewares } from "./admin/order-mails/settings/middlewares"
import { textsMiddlewares } from "./admin/order-mails/texts/middlewares"
import {
  listOrderMailsQuery,
  resendOrderMailBody,
  sendOrderMailBody,
  sendTestMailBody,
} from "./admin/order-mails/validators"

/**
 * Medusa lets only signed-in admin users reach /admin; here their permissions are checked first, and then queries and
 * bodies.
 */
export default defineMiddlewares({
  routes: [
    ...routePolicies,
    { matcher: "/admin", middlewares: [refuseMailsOfOrdersWithoutRead] },
    {
      method: ["GET"],
      matcher: "/admin/order-mails",
      middlewares: [
        validateAndTransformQuery(listOrderMailsQuery, { isList: true, defaults: ["id"], defaultLimit: 20 }),
      ],
    },
    {
      method: ["POST"],
      matcher: "/admin/order-mails/:id/resend",
      middlewares: [validateAndTransformBody(resendOrderMailBody), refuseOrderUpdateWithoutPermission],
    },
    {
      method: ["POST"],
      matcher: "/admin/orders/:id/order-mails",
      middlewares: [validateAndTransformBody(sendOrderMailBody)],
    },
    {
      method: ["POST"],
      matcher: "/admin/order-mails/test-mails",
      middlewares: [validateAndTransformBody(sendTestMailBody)],
    },
    ...brandingMiddlewares,
    ...previewMiddlewares,
    ...senderMiddlewares,
    ...settingsMiddlewares,
    ...settingsFileMiddlewares,
    ...textsMiddlewares,
  ],
})
