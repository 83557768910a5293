import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { previewOrderMail } from "../../../../workflows/preview-order-mail"
import type { AdminPreviewResponse } from "../../../settings-types"
import type { PreviewBody } from "../validators"

/** A POST because drafts are long; nothing is stored or sent. */
export async function POST(
  req: AuthenticatedMedusaRequest<PreviewBody>,
  res: MedusaResponse<AdminPreviewResponse>,
): Promise<void> {
  const { replyTo, ...preview } = await previewOrderMail(req.scope, req.validatedBody)
  res.json({ ...preview, reply_to: replyTo })
}
