import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { queueEventMailsStep, type QueueEventMailsInput } from "./steps/queue-event-mails"

/**
 * Makes the mails that what happened to orders calls for: money received, money paid back, canceled before it was paid,
 * another amount to pay. Running it again makes no second mail.
 *
 * @summary Queue mails about payments, refunds, cancellations and changes.
 */
export const queueEventMailsWorkflow = createWorkflow(
  "queue-event-mails",
  function (
    input: WorkflowData<QueueEventMailsInput>,
  ): WorkflowResponse<{ mail_ids: string[]; failed_order_ids: string[] }> {
    return new WorkflowResponse(queueEventMailsStep(input))
  },
)
