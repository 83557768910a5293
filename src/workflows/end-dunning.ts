import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { endDunningStep, type EndDunningInput } from "./steps/end-dunning"

export type { EndDunningInput }

/** @summary End the dunning plan of an order. */
export const endDunningWorkflow = createWorkflow(
  "end-dunning",
  function (input: WorkflowData<EndDunningInput>): WorkflowResponse<void> {
    return new WorkflowResponse(endDunningStep(input))
  },
)
