import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { skipDunningStepStep, type SkipDunningStepInput } from "./steps/skip-dunning-step"

export type { SkipDunningStepInput }

/** @summary Skip the next step of an order's dunning plan. */
export const skipDunningStepWorkflow = createWorkflow(
  "skip-dunning-step",
  function (input: WorkflowData<SkipDunningStepInput>): WorkflowResponse<void> {
    return new WorkflowResponse(skipDunningStepStep(input))
  },
)
