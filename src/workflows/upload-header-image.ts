import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { HeaderImage } from "../modules/order-mail/settings/branding-section"
import { checkHeaderImageStep, type CheckHeaderImageInput } from "./steps/check-header-image"
import { proveHeaderImageStep } from "./steps/prove-header-image"

/**
 * Stores a picture for the top of mails through Medusa's File module, where everybody can load it. A branding shows it
 * once it is saved there; until then nothing does.
 *
 * @summary Upload a header image.
 */
export const uploadHeaderImageWorkflow = createWorkflow(
  "upload-header-image",
  function (input: WorkflowData<CheckHeaderImageInput>): WorkflowResponse<HeaderImage> {
    const checked = checkHeaderImageStep(input)
    const files = transform({ input, checked }, ({ input: { content }, checked: { contentType, extension } }) => [
      // What the file was called at home is nobody's business.
      { filename: `order-mail-header.${extension}`, mimeType: contentType, content, access: "public" as const },
    ])
    const uploaded = uploadFilesWorkflow.runAsStep({ input: { files } })
    const image = transform({ uploaded, checked }, ({ uploaded: [file], checked: { width, height } }) => ({
      file_id: file?.id ?? "",
      url: file?.url ?? "",
      width,
      height,
    }))
    return new WorkflowResponse(proveHeaderImageStep(image))
  },
)
