import { defineMiddlewares, validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import { listOrderMailsQuery, resendOrderMailBody, sendOrderMailBody } from "./admin/order-mails/validators"

/** Medusa lets only signed-in admin users reach /admin; here queries and bodies are checked. */
export default defineMiddlewares({
  routes: [
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
      middlewares: [validateAndTransformBody(resendOrderMailBody)],
    },
    {
      method: ["POST"],
      matcher: "/admin/orders/:id/order-mails",
      middlewares: [validateAndTransformBody(sendOrderMailBody)],
    },
  ],
})
