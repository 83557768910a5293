import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { uploadHeaderImageWorkflow } from "../../../../../workflows/upload-header-image"
import type { AdminHeaderImageResponse } from "../../../../settings-types"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminHeaderImageResponse>,
): Promise<void> {
  if (!req.file) throw new MedusaError(MedusaError.Types.INVALID_DATA, 'file: is missing; takes one picture as "file"')
  const { result } = await uploadHeaderImageWorkflow(req.scope).run({
    input: { content: req.file.buffer.toString("base64") },
  })
  res.json({ header_image: result })
}
