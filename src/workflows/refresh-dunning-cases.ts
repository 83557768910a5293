import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { refreshDunningCasesStep, type RefreshDunningCasesInput } from "./steps/refresh-dunning-cases"

/** @summary Read orders again and plan their reminders. */
export const refreshDunningCasesWorkflow = createWorkflow(
  "refresh-dunning-cases",
  function (input: WorkflowData<RefreshDunningCasesInput>): WorkflowResponse<void> {
    return new WorkflowResponse(refreshDunningCasesStep(input))
  },
)
