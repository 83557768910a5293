import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { planDunningStep } from "./steps/plan-dunning"
import { runDunningStep, type DunningRun, type RunDunningInput } from "./steps/run-dunning"

/**
 * Keeps what is planned up to date, sends the reminders that are due, and cancels the orders whose time is up. Run twice
 * at once it makes one mail.
 *
 * @summary Send due reminders.
 */
export const runDunningWorkflow = createWorkflow(
  "run-dunning",
  function (input: WorkflowData<RunDunningInput>): WorkflowResponse<DunningRun> {
    planDunningStep(input)
    return new WorkflowResponse(runDunningStep(input))
  },
)
