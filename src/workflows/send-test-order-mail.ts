import { createWorkflow, transform, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { TestMailResult } from "../modules/order-mail/test-mail-desk"
import { loadOrderFactsStep } from "./steps/load-order-facts"
import { sendTestOrderMailStep, type SendTestOrderMailStepInput } from "./steps/send-test-order-mail"

export type SendTestOrderMailInput = Omit<SendTestOrderMailStepInput, "facts"> & {
  /** Null: the sample order. */
  order_id: string | null
}

/**
 * Sends a mail that is only a test, with a real order or the sample one, and says what a receiver will find in it. It
 * leaves no trace: not in the order's history, and not in the outbox.
 *
 * @example
 * const { result } = await sendTestOrderMailWorkflow(container).run({
 *   input: { kind: "payment-info", language: "de", to: "me@shop.example", shop_id: null, order_id: null },
 * })
 *
 * @summary Send a test mail.
 */
export const sendTestOrderMailWorkflow = createWorkflow(
  "send-test-order-mail",
  function (input: WorkflowData<SendTestOrderMailInput>): WorkflowResponse<TestMailResult> {
    const ofOrder = transform({ input }, ({ input }) => ({ order_id: input.order_id ?? "" }))
    const facts = when("test-mail-of-real-order", { input }, ({ input }) => input.order_id !== null).then(() =>
      loadOrderFactsStep(ofOrder),
    )
    const request = transform({ input, facts }, ({ input, facts }): SendTestOrderMailStepInput => {
      const { kind, variant, language, to, shop_id } = input
      return { kind, variant, language, to, shop_id, facts: facts ?? null }
    })
    return new WorkflowResponse(sendTestOrderMailStep(request))
  },
)
