import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

export interface CancelOrderMailInput {
  order_mail_id: string
  user_id: string
}

/**
 * Cancels a mail that has not left yet. Not undone: sending again is a decision of its own.
 * @throws MedusaError NOT_ALLOWED when it is not waiting (any more), NOT_FOUND
 */
export const cancelOrderMailStep = createStep(
  "cancel-order-mail",
  async (input: CancelOrderMailInput, { container }): Promise<StepResponse<void>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    await orderMail.cancelOrderMail(input.order_mail_id, input.user_id)
    return new StepResponse()
  },
)
