import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { noteNewOrdersStep, type NotedOrders } from "./steps/note-new-orders"

/** @summary Note new orders, and what was paid with them, for merchants who want to be told of it. */
export const noteNewOrdersWorkflow = createWorkflow(
  "note-new-orders",
  function (input: WorkflowData<{ order_ids: string[]; now: string }>): WorkflowResponse<NotedOrders> {
    return new WorkflowResponse(noteNewOrdersStep(input))
  },
)
