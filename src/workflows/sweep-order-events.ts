import { createWorkflow, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { findEventsToSweepStep } from "./steps/find-events-to-sweep"
import { markEventsSweptStep } from "./steps/mark-events-swept"
import { queueEventMailsStep } from "./steps/queue-event-mails"

/**
 * Makes the mails about payments, refunds and cancellations whose event was lost: Medusa's default event bus lives in memory.
 *
 * @summary Sweep for lost events of orders.
 */
export const sweepOrderEventsWorkflow = createWorkflow(
  "sweep-order-events",
  function (input: WorkflowData<{ now: string }>): WorkflowResponse<string[]> {
    const found = findEventsToSweepStep(input)
    const { mail_ids, failed_order_ids } = queueEventMailsStep(
      transform({ input, found }, ({ input, found }) => ({
        order_ids: found.order_ids,
        cause: "sweep",
        now: input.now,
      })),
    )
    markEventsSweptStep({ swept_until: found.swept_until, failed_order_ids, now: input.now })
    return new WorkflowResponse(mail_ids)
  },
)
