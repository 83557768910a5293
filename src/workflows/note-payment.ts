import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { notePaymentStep } from "./steps/note-payment"

/** @summary Note a payment that came in for merchants who want to be told of it. */
export const notePaymentWorkflow = createWorkflow(
  "note-payment",
  function (input: WorkflowData<{ payment_id: string; now: string }>): WorkflowResponse<number> {
    return new WorkflowResponse(notePaymentStep(input))
  },
)
