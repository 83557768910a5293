import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { sendDunningStepStep, type SendDunningStepInput } from "./steps/send-dunning-step"

export type { SendDunningStepInput }

/** @summary Send the next step of an order's dunning plan. */
export const sendDunningStepWorkflow = createWorkflow(
  "send-dunning-step",
  function (input: WorkflowData<SendDunningStepInput>): WorkflowResponse<void> {
    return new WorkflowResponse(sendDunningStepStep(input))
  },
)
