import { validateAndTransformBody } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { refuseRealOrderWithoutPermission } from "../refuse-without-permission"
import { previewBody } from "../validators"

/** What the preview takes: as much as all texts of a language, each as long as it may be. */
export const previewMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/order-mails/preview",
    bodyParser: { sizeLimit: "500kb" },
    middlewares: [validateAndTransformBody(previewBody), refuseRealOrderWithoutPermission],
  },
]
