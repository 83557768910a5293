import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { planDunningStep, type PlanDunningInput } from "./steps/plan-dunning"

/** @summary Work out which reminders come next. */
export const planDunningWorkflow = createWorkflow(
  "plan-dunning",
  function (input: WorkflowData<PlanDunningInput>): WorkflowResponse<number> {
    return new WorkflowResponse(planDunningStep(input))
  },
)
