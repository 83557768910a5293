import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { giveUpDkimKeyStep, type GiveUpDkimKeyInput } from "./steps/give-up-dkim-key"

/** @summary Give up a DKIM key that waits for its record. */
export const giveUpDkimKeyWorkflow = createWorkflow(
  "give-up-dkim-key",
  function (input: WorkflowData<GiveUpDkimKeyInput>): WorkflowResponse<void> {
    return new WorkflowResponse(giveUpDkimKeyStep(input))
  },
)
