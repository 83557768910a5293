import { defineMiddlewares, validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import { approvalsMiddlewares } from "./admin/order-mails/approvals/middlewares"
import { brandingMiddlewares } from "./admin/order-mails/branding/middlewares"
import { dunningStopsMiddlewares } from "./admin/order-mails/dunning-stops/middlewares"
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
import { upcomingMiddlewares } from "./admin/order-mails/upcoming/middlewares"
import {
  listOrderMailsQuery,
  resendOrderMailBody,
  sendOrderMailBody,
  sendTestMailBody,
} from "./admin/order-mails/validators"
import { orderDunningMiddlewares } from "./admin/orders/[id]/dunning/middlewares"

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
    ...approvalsMiddlewares,
    ...brandingMiddlewares,
    ...dunningStopsMiddlewares,
    ...orderDunningMiddlewares,
    ...previewMiddlewares,
    ...senderMiddlewares,
    ...settingsMiddlewares,
    ...settingsFileMiddlewares,
    ...textsMiddlewares,
    ...upcomingMiddlewares,
  ],
})
