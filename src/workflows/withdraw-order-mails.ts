import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { withdrawOrderMailsStep, type WithdrawOrderMailsInput } from "./steps/withdraw-order-mails"

export type { WithdrawOrderMailsInput }

/**
 * Takes back mails that wait for orders that have changed since: nobody is asked to pay an order that is canceled or
 * paid. A mail that a worker is sending at that moment is not reached; if it is deferred, the sweep looks again.
 *
 * @returns ids of the mails taken back
 * @summary Withdraw waiting order mails that must not go any more.
 */
export const withdrawOrderMailsWorkflow = createWorkflow(
  "withdraw-order-mails",
  function (input: WorkflowData<WithdrawOrderMailsInput>): WorkflowResponse<string[]> {
    return new WorkflowResponse(withdrawOrderMailsStep(input))
  },
)
