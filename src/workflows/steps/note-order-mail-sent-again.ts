import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

export interface SentAgain {
  order_mail_id: string
  again_id: string | null
  user_id: string
  /** The address the first mail went to, and the one that was given now. */
  old_recipient: string | null
  to?: string
  update_order?: boolean
}

/** Writes into the first mail's timeline who sent it again and where to. Timeline entries are never taken back. */
export const noteOrderMailSentAgainStep = createStep(
  "note-order-mail-sent-again",
  async (input: SentAgain, { container }): Promise<StepResponse<void>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const corrected = input.to !== undefined && input.to !== input.old_recipient
    await orderMail.noteInTimeline({
      mailId: input.order_mail_id,
      type: "sent-again",
      userId: input.user_id,
      data: {
        order_mail_id: input.again_id,
        ...(corrected && { corrected_from: input.old_recipient, corrected_to: input.to ?? null }),
        ...(input.update_order && { order_updated: true }),
      },
    })
    return new StepResponse()
  },
)
