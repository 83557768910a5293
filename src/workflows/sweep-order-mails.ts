import { createWorkflow, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { findOrdersToSweepStep } from "./steps/find-orders-to-sweep"
import { queueSweptOrderMailsStep } from "./steps/queue-swept-order-mails"
import { releaseExpiredOrderMailLeasesStep } from "./steps/release-expired-order-mail-leases"

/**
 * Finds what a crash left behind: leases nobody renews, and orders whose event was lost (Medusa's default event bus
 * lives in memory).
 *
 * @summary Sweep for lost order mails.
 */
export const sweepOrderMailsWorkflow = createWorkflow(
  "sweep-order-mails",
  function (input: WorkflowData<{ now: string }>): WorkflowResponse<{ queued: number }> {
    releaseExpiredOrderMailLeasesStep()
    const found = findOrdersToSweepStep({ kind: "payment-info", now: input.now })
    const batch = transform({ input, found }, ({ input, found }) => ({
      ...found,
      kind: "payment-info",
      now: input.now,
    }))
    return new WorkflowResponse(queueSweptOrderMailsStep(batch))
  },
)
