import { validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { createFindParams, createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { LANGUAGES } from "../../../../rendering/types"

const shopId = z.string().min(1).max(100)

const settingsQuery = createSelectParams().extend({
  shop_id: shopId.optional(),
  language: z.enum(LANGUAGES).optional(),
})
const logQuery = createFindParams({ limit: 20, offset: 0 }).extend({
  shop_id: shopId.optional(),
  field: z.string().min(1).max(200).optional(),
})
/** What the fields take is the section's own business. */
const saveBody = z.strictObject({
  shop_id: shopId.nullable(),
  version: z.number().int().min(0),
  set: z.record(z.string(), z.unknown()).default({}),
  inherit: z.array(z.string()).default([]),
})

export type SettingsQuery = z.infer<typeof settingsQuery>
export type SettingsLogQuery = z.infer<typeof logQuery>
export type SaveSettingsBody = z.infer<typeof saveBody>

const SECTION = "/admin/order-mails/settings/:section"

/** As much as all texts of a language, as the preview takes. */
const MAX_SIZE = "500kb"

/** What the routes of the sections take. */
export const settingsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: SECTION,
    middlewares: [validateAndTransformQuery(settingsQuery, { isList: false, defaults: [] })],
  },
  {
    method: ["POST"],
    matcher: SECTION,
    bodyParser: { sizeLimit: MAX_SIZE },
    middlewares: [validateAndTransformBody(saveBody)],
  },
  {
    method: ["GET"],
    matcher: `${SECTION}/log`,
    middlewares: [validateAndTransformQuery(logQuery, { isList: true, defaults: [], defaultLimit: 20 })],
  },
]
