import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { resumeDunningStep, type ResumeDunningInput } from "./steps/resume-dunning"

export type { ResumeDunningInput }

/** @summary Go on with a dunning plan that was ended. */
export const resumeDunningWorkflow = createWorkflow(
  "resume-dunning",
  function (input: WorkflowData<ResumeDunningInput>): WorkflowResponse<void> {
    return new WorkflowResponse(resumeDunningStep(input))
  },
)
