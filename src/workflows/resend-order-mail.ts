import { updateOrderWorkflow } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { queueOrderMailWorkflow } from "./queue-order-mail"
import { cancelWaitingOrderMailStep } from "./steps/cancel-waiting-order-mail"
import { noteOrderMailSentAgainStep } from "./steps/note-order-mail-sent-again"
import { retrieveOrderMailStep } from "./steps/retrieve-order-mail"

export interface ResendOrderMailInput {
  order_mail_id: string
  request_id: string
  user_id: string
  /** Corrected address; absent: the order's. */
  to?: string
  /** Store `to` as the order's address, too. */
  update_order?: boolean
}

/**
 * Sends a mail again as a new one, rendered from the order as it is now; the first keeps its place in the history. If it
 * still waits, it is canceled: the customer gets one of the two.
 *
 * @returns the id of the new mail
 * @summary Send an order mail again, if need be to a corrected address.
 */
export const resendOrderMailWorkflow = createWorkflow(
  "resend-order-mail",
  function (input: WorkflowData<ResendOrderMailInput>): WorkflowResponse<string | null> {
    const first = retrieveOrderMailStep({ order_mail_id: input.order_mail_id })
    when("order-mail-address-corrected", { input }, ({ input }) => Boolean(input.to && input.update_order)).then(() => {
      updateOrderWorkflow.runAsStep({
        input: transform({ input, first }, ({ input, first }) => ({
          id: first.order_id,
          user_id: input.user_id,
          email: input.to,
        })),
      })
    })
    const again = queueOrderMailWorkflow.runAsStep({
      input: transform({ input, first }, ({ input, first }) => ({
        order_id: first.order_id,
        kind: first.kind,
        // Null in mails older than that column.
        occasion: first.occasion ?? undefined,
        cause: "user",
        user_id: input.user_id,
        request_id: input.request_id,
        to: input.to,
        resend_of: first.id,
      })),
    })
    cancelWaitingOrderMailStep({ order_mail_id: input.order_mail_id, user_id: input.user_id })
    noteOrderMailSentAgainStep(
      transform({ input, first, again }, ({ input, first, again }) => ({
        order_mail_id: first.id,
        again_id: again,
        user_id: input.user_id,
        old_recipient: first.recipient,
        to: input.to,
        update_order: input.update_order,
      })),
    )
    return new WorkflowResponse(again)
  },
)
