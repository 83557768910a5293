import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { createDkimKeyStep } from "./steps/create-dkim-key"

/** @summary Make a DKIM key for the sender's domain. */
export const makeDkimKeyWorkflow = createWorkflow(
  "make-dkim-key",
  function (input: WorkflowData<{ shop_id: string | null; user_id: string }>): WorkflowResponse<void> {
    return new WorkflowResponse(createDkimKeyStep(input))
  },
)
