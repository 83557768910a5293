import { createWorkflow, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { loadOrderFactsStep } from "./steps/load-order-facts"
import { storeOrderMailStep, type StoreOrderMailInput } from "./steps/store-order-mail"

export type QueueOrderMailInput = Omit<StoreOrderMailInput, "facts"> & { order_id: string }

/**
 * Makes a mail of a kind for an order and puts it into the outbox; the delivery worker sends it.
 *
 * Running it again for the same order, kind and occasion makes no second mail, so it can be called for every hint that
 * a mail might be missing.
 *
 * @example
 * const { result: mailId } = await queueOrderMailWorkflow(container).run({
 *   input: { order_id: "order_123", kind: "payment-info", cause: "my-import" },
 * })
 *
 * @summary Queue an order mail.
 */
export const queueOrderMailWorkflow = createWorkflow(
  "queue-order-mail",
  function (input: WorkflowData<QueueOrderMailInput>): WorkflowResponse<string | null> {
    const facts = loadOrderFactsStep({ order_id: input.order_id })
    const request = transform({ input, facts }, ({ input, facts }): StoreOrderMailInput => ({ ...input, facts }))
    return new WorkflowResponse(storeOrderMailStep(request))
  },
)
