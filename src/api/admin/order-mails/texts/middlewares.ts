import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { LANGUAGES } from "../../../../rendering/types"

const textsQuery = createSelectParams().extend({
  shop_id: z.string().min(1).max(100).optional(),
  language: z.enum(LANGUAGES),
})

export type TextsQuery = z.infer<typeof textsQuery>

/** What the route of the texts' rules takes. */
export const textsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/order-mails/texts",
    middlewares: [validateAndTransformQuery(textsQuery, { isList: false, defaults: [] })],
  },
]
