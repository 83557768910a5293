import { validateAndTransformBody } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

const settingsFileBody = z.strictObject({
  file: z.unknown(),
  apply: z.boolean().default(false),
  token: z.string().max(100).optional(),
})

export type SettingsFileBody = z.infer<typeof settingsFileBody>

/** All texts in all languages for a good number of shops. */
const MAX_SIZE = "4mb"

/** What the import takes. */
export const settingsFileMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/order-mails/settings-file",
    bodyParser: { sizeLimit: MAX_SIZE },
    middlewares: [validateAndTransformBody(settingsFileBody)],
  },
]
