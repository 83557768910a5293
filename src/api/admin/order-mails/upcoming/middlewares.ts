import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { id, text } from "../validators"

const MAX_LINES = 200

const wholeNumber = (name: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${name}: takes a whole number`)
    .transform(Number)

/** One or several of a parameter. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? undefined : [value].flat()), z.array(item).max(100).optional())

const filters = createSelectParams().extend({
  period: z.enum(["today", "week", "month", "all"]).default("all"),
  state: listOf(z.enum(["planned", "awaiting-approval", "on-hold"])),
  kind: listOf(z.enum(["payment-info", "payment-reminder", "dunning", "order-canceled-unpaid"])),
  level: listOf(wholeNumber("level")),
  shop_id: listOf(id),
  plan_type: listOf(z.enum(["prepayment", "invoice"])),
  q: text.max(200).optional(),
})
const order = z.enum(["at", "-at", "amount_open", "-amount_open"]).default("at")

const listQuery = filters.extend({
  order,
  limit: wholeNumber("limit")
    .refine((limit) => limit >= 1 && limit <= MAX_LINES, `limit: takes 1 to ${MAX_LINES}`)
    .default(20),
  offset: wholeNumber("offset").default(0),
})
const csvQuery = filters.extend({ order: order.optional() })

export type UpcomingQuery = z.infer<typeof listQuery>
export type UpcomingCsvQuery = z.infer<typeof csvQuery>

/** What the page "Upcoming" asks. */
export const upcomingMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/order-mails/upcoming",
    middlewares: [validateAndTransformQuery(listQuery, { isList: true, defaults: [] })],
  },
  {
    method: ["GET"],
    matcher: "/admin/order-mails/upcoming/csv",
    middlewares: [validateAndTransformQuery(csvQuery, { isList: true, defaults: [] })],
  },
]
