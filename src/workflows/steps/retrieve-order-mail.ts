import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isMerchantMail } from "../../kinds/merchant-notice"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

/**
 * What a repeated mail takes over from the first.
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED for a mail to the merchant, which is not written from an order
 */
export const retrieveOrderMailStep = createStep(
  "retrieve-order-mail",
  async (input: { order_mail_id: string }, { container }) => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const { id, order_id, kind, recipient, occasion } = await orderMail.retrieve(input.order_mail_id)
    if (order_id === null || isMerchantMail(kind))
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `order mail ${id} told the shop of something; only mails to customers can be sent again`,
      )
    return new StepResponse({ id, order_id, kind, recipient, occasion })
  },
)
