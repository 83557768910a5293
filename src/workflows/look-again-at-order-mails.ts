import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { LookedAt } from "../modules/order-mail/last-look"
import { lookAgainAtOrderMailsStep, type LookAgainInput } from "./steps/look-again-at-order-mails"

/**
 * The last look before mails leave: paid, canceled, refunded, stopped, another amount, another address. The delivery
 * worker asks for it by its id.
 *
 * @summary Look again at order mails that are about to be sent.
 */
export const lookAgainAtOrderMailsWorkflow = createWorkflow(
  "look-again-at-order-mails",
  function (input: WorkflowData<LookAgainInput>): WorkflowResponse<LookedAt[]> {
    return new WorkflowResponse(lookAgainAtOrderMailsStep(input))
  },
)
