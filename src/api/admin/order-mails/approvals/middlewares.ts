import { validateAndTransformBody } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { id } from "../validators"

/** Each mail is read, checked and written anew, so a request takes only as many as it can answer in time. */
const MAX_MAILS = 200

const approvalsBody = z.strictObject({
  action: z.enum(["approve", "decline"]),
  order_mail_ids: z
    .array(id)
    .min(1)
    .max(MAX_MAILS)
    .transform((ids) => [...new Set(ids)]),
})

export type ApprovalsBody = z.infer<typeof approvalsBody>

/** What deciding about mails that wait for approval takes. */
export const approvalsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/order-mails/approvals",
    middlewares: [validateAndTransformBody(approvalsBody)],
  },
]
