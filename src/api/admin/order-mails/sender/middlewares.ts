import { validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { saveSenderInput, smtpInput } from "../../../../modules/order-mail/settings/sender-input"

/** A sales channel; missing in a query, null in a body: the level of the store. */
const shopId = z.string().min(1).max(100)

const ofShop = createSelectParams().extend({ shop_id: shopId.optional() })
const shopBody = z.strictObject({ shop_id: shopId.nullable().default(null) })
const dkimKeyBody = shopBody.extend({ selector: z.string().min(1).max(63) })
const testConnectionBody = shopBody.extend({ smtp: smtpInput.nullable().optional() })

export type ShopQuery = z.infer<typeof ofShop>
export type ShopBody = z.infer<typeof shopBody>
export type DkimKeyBody = z.infer<typeof dkimKeyBody>
export type TestConnectionBody = z.infer<typeof testConnectionBody>

const SENDER = "/admin/order-mails/sender"

/** What the routes of "Sender and domain" take. */
export const senderMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: SENDER,
    middlewares: [validateAndTransformQuery(ofShop, { isList: false, defaults: [] })],
  },
  { method: ["POST"], matcher: SENDER, middlewares: [validateAndTransformBody(saveSenderInput)] },
  { method: ["POST"], matcher: `${SENDER}/dkim-key/give-up`, middlewares: [validateAndTransformBody(dkimKeyBody)] },
  {
    method: ["POST"],
    matcher: `${SENDER}/test-connection`,
    middlewares: [validateAndTransformBody(testConnectionBody)],
  },
  ...["check", "dkim-key", "archive-password"].map((action): MiddlewareRoute => ({
    method: ["POST"],
    matcher: `${SENDER}/${action}`,
    middlewares: [validateAndTransformBody(shopBody)],
  })),
]
