import { validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { id, text } from "../validators"

const ONE_OF_BOTH = "takes exactly one of order_id and customer_id"

const listQuery = z
  .object({ order_id: id.optional(), customer_id: id.optional() })
  .refine((query) => (query.order_id === undefined) !== (query.customer_id === undefined), ONE_OF_BOTH)

const target = {
  reason: text.trim().min(1).max(500),
  until: z.iso.date("until: takes a day as YYYY-MM-DD, or null for none").nullable(),
}
const addBody = z.discriminatedUnion(
  "scope",
  [
    z.strictObject({ ...target, scope: z.enum(["order", "plan"]), order_id: id }),
    z.strictObject({ ...target, scope: z.literal("customer"), customer_id: id }),
  ],
  { error: "scope: takes order or plan with an order_id, or customer with a customer_id" },
)

export type DunningStopsQuery = z.infer<typeof listQuery>
export type AddDunningStopBody = z.infer<typeof addBody>

const STOPS = "/admin/order-mails/dunning-stops"

/** What the routes of the dunning stops take. */
export const dunningStopsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: STOPS,
    middlewares: [validateAndTransformQuery(listQuery, { isList: true, defaults: [] })],
  },
  { method: ["POST"], matcher: STOPS, middlewares: [validateAndTransformBody(addBody)] },
]
