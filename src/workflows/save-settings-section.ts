import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { saveSettingsSectionStep, type SaveSettingsSectionInput } from "./steps/save-settings-section"

/**
 * Saves what a merchant set in a section of plain values; mails made from then on follow it.
 *
 * @summary Save a section of the settings.
 */
export const saveSettingsSectionWorkflow = createWorkflow(
  "save-settings-section",
  function (input: WorkflowData<SaveSettingsSectionInput>): WorkflowResponse<void> {
    saveSettingsSectionStep(input)
    return new WorkflowResponse(undefined as void)
  },
)
