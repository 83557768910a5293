import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { sendMerchantNoticesStep } from "./steps/send-merchant-notices"

/**
 * Tells merchants what was noted for them: at once, or once a day at the hour they chose.
 *
 * @example
 * await sendMerchantNoticesWorkflow(container).run({ input: { now: new Date().toISOString() } })
 *
 * @returns how many mails were made
 * @summary Send what merchants are to be told.
 */
export const sendMerchantNoticesWorkflow = createWorkflow(
  "send-merchant-notices",
  function (input: WorkflowData<{ now: string }>): WorkflowResponse<{ made: number }> {
    return new WorkflowResponse(sendMerchantNoticesStep(input))
  },
)
