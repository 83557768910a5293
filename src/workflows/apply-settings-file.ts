import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { ComparedFile } from "../modules/order-mail/settings/settings-file-desk"
import { applySettingsFileStep, type ApplySettingsFileInput } from "./steps/apply-settings-file"

/**
 * Takes the settings of an exported file over. DNS is asked about a sender that has changed before its first mail.
 *
 * @summary Import settings.
 */
export const applySettingsFileWorkflow = createWorkflow(
  "apply-settings-file",
  function (input: WorkflowData<ApplySettingsFileInput>): WorkflowResponse<ComparedFile> {
    return new WorkflowResponse(applySettingsFileStep(input))
  },
)
