import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import multer, { MulterError } from "multer"
import { HEADER_IMAGE_MAX_BYTES } from "../../../../rendering/read-header-image"

/** Kept in memory: it is small, and goes on to Medusa's File module at once. */
const readFile = multer({
  storage: multer.memoryStorage(),
  limits: { files: 1, fileSize: HEADER_IMAGE_MAX_BYTES, fields: 0, parts: 1, headerPairs: 20 },
}).single("file")

/** Reads the one file of a form; Medusa would call its mistakes unknown errors of the server. */
function oneFile(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  readFile(req, res, (error: unknown) => next(error && refusal(error)))
}

function refusal(error: unknown): MedusaError {
  const isTooLarge = error instanceof MulterError && error.code === "LIMIT_FILE_SIZE"
  const words = isTooLarge ? "takes a picture of at most 1 MB" : 'takes a form with one picture as "file" and no more'
  return new MedusaError(MedusaError.Types.INVALID_DATA, `file: ${words}`)
}

/** What the routes of the branding take, apart from its settings. */
export const brandingMiddlewares: MiddlewareRoute[] = [
  { method: ["POST"], matcher: "/admin/order-mails/branding/header-image", middlewares: [oneFile] },
]
