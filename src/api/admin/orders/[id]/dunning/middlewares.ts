import { validateAndTransformBody } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

/** The step that the user saw as next. */
const stepBody = z.strictObject({
  kind: z.enum(["payment-info", "payment-reminder", "dunning"]),
  level: z.number().int().min(1).max(9),
})

export type DunningStepBody = z.infer<typeof stepBody>

/** What deciding about a step of an order's plan takes. */
export const orderDunningMiddlewares: MiddlewareRoute[] = ["send-now", "skip"].map((action) => ({
  method: ["POST"],
  matcher: `/admin/orders/:id/dunning/${action}`,
  middlewares: [validateAndTransformBody(stepBody)],
}))
