import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { noteNewOrdersStep } from "./steps/note-new-orders"

/** @summary Note new orders for merchants who want to be told of them. */
export const noteNewOrdersWorkflow = createWorkflow(
  "note-new-orders",
  function (input: WorkflowData<{ order_ids: string[] }>): WorkflowResponse<number> {
    return new WorkflowResponse(noteNewOrdersStep(input))
  },
)
