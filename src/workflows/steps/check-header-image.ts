import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HeaderImageRefused, readHeaderImage, type HeaderImageFile } from "../../rendering/read-header-image"

export interface CheckHeaderImageInput {
  /** Base64. */
  content: string
}

/**
 * Looks into a file whether it can be the picture at the top of mails. Its name and what the browser says of it count
 * for nothing.
 *
 * @throws MedusaError INVALID_DATA that says what is wrong with the file, and what can be taken
 */
export const checkHeaderImageStep = createStep(
  "check-header-image",
  async ({ content }: CheckHeaderImageInput): Promise<StepResponse<HeaderImageFile>> => {
    try {
      return new StepResponse(readHeaderImage(Buffer.from(content, "base64")))
    } catch (error) {
      if (!(error instanceof HeaderImageRefused)) throw error
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `file: ${error.message}`)
    }
  },
)
