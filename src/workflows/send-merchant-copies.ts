import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { sendMerchantCopiesStep } from "./steps/send-merchant-copies"

/**
 * Sends merchants copies of the reminders that were sent, where a step of the dunning plan asks for that.
 *
 * @returns how many mails were made
 * @summary Send merchants copies of reminders.
 */
export const sendMerchantCopiesWorkflow = createWorkflow(
  "send-merchant-copies",
  function (input: WorkflowData<{ now: string }>): WorkflowResponse<{ made: number }> {
    return new WorkflowResponse(sendMerchantCopiesStep(input))
  },
)
