import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { cancelOrderMailStep, type CancelOrderMailInput } from "./steps/cancel-order-mail"

/** @summary Cancel an order mail that is queued, deferred or held. */
export const cancelOrderMailWorkflow = createWorkflow(
  "cancel-order-mail",
  function (input: WorkflowData<CancelOrderMailInput>): WorkflowResponse<void> {
    return new WorkflowResponse(cancelOrderMailStep(input))
  },
)
