import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { UPCOMING_ORDERS, UPCOMING_PERIODS, UPCOMING_STATES } from "../../../../modules/order-mail/dunning/answers"
import { id, text } from "../validators"

const MAX_LINES = 200

const wholeNumber = (name: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${name}: takes a whole number`)
    .transform(Number)

const filters = z.object({
  period: z.enum(UPCOMING_PERIODS).default("all"),
  state: z.enum(UPCOMING_STATES).optional(),
  kind: z.enum(["payment-info", "payment-reminder", "dunning", "order-canceled-unpaid"]).optional(),
  level: wholeNumber("level").optional(),
  shop_id: id.optional(),
  plan_type: z.enum(["prepayment", "invoice"]).optional(),
  q: text.max(200).optional(),
})

const listQuery = filters.extend({
  order: z.enum(UPCOMING_ORDERS).default("at"),
  limit: wholeNumber("limit")
    .refine((limit) => limit >= 1 && limit <= MAX_LINES, `limit: takes 1 to ${MAX_LINES}`)
    .default(20),
  offset: wholeNumber("offset").default(0),
})

export type UpcomingQuery = z.infer<typeof listQuery>
export type UpcomingCsvQuery = z.infer<typeof filters>

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
    middlewares: [validateAndTransformQuery(filters, { isList: true, defaults: [] })],
  },
]
