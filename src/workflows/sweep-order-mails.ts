import { createWorkflow, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { findOrdersToSweepStep } from "./steps/find-orders-to-sweep"
import { noteNewOrdersStep } from "./steps/note-new-orders"
import { queueSweptOrderMailsStep } from "./steps/queue-swept-order-mails"
import { findRetriesDueSoonStep } from "./steps/find-retries-due-soon"
import { releaseExpiredOrderMailLeasesStep } from "./steps/release-expired-order-mail-leases"
import { withdrawOrderMailsWorkflow } from "./withdraw-order-mails"

/**
 * Finds what a crash left behind: leases nobody renews, deferred mails of orders that were paid or canceled meanwhile,
 * and orders whose event was lost (Medusa's default event bus lives in memory): neither the customer nor the merchant has
 * heard of those.
 *
 * @summary Sweep for lost order mails.
 */
export const sweepOrderMailsWorkflow = createWorkflow(
  "sweep-order-mails",
  function (input: WorkflowData<{ now: string }>): WorkflowResponse<{ queued: number }> {
    releaseExpiredOrderMailLeasesStep()
    withdrawOrderMailsWorkflow.runAsStep({ input: { order_ids: findRetriesDueSoonStep(), cause: "sweep" } })
    const found = findOrdersToSweepStep({ kind: "payment-info", now: input.now })
    const news = noteNewOrdersStep({ order_ids: found.order_ids, now: input.now })
    const batch = transform({ input, found, news }, ({ input, found, news }) => ({
      ...found,
      // As the mark waits before an order whose mail could not be queued.
      swept_until: earlier(found.swept_until, news.waiting_since),
      kind: "payment-info",
      now: input.now,
    }))
    return new WorkflowResponse(queueSweptOrderMailsStep(batch))
  },
)

/** Of two moments in UTC (ISO 8601), for which their texts are in the same order. */
function earlier(moment: string, other: string | null): string {
  return other !== null && other < moment ? other : moment
}
