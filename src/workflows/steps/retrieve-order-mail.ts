import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

/**
 * What a repeated mail takes over from the first.
 * @throws MedusaError NOT_FOUND
 */
export const retrieveOrderMailStep = createStep(
  "retrieve-order-mail",
  async (input: { order_mail_id: string }, { container }) => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const { id, order_id, kind, recipient } = await orderMail.retrieve(input.order_mail_id)
    return new StepResponse({ id, order_id, kind, recipient })
  },
)
