import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { CancelOrderMailInput } from "./cancel-order-mail"

/**
 * Cancels a mail that another one has replaced, if it has not left yet: a deferred one would still be tried for days, at
 * an address that may be wrong. A mail that is settled or being sent stays as it is.
 */
export const cancelWaitingOrderMailStep = createStep(
  "cancel-waiting-order-mail",
  async (input: CancelOrderMailInput, { container }): Promise<StepResponse<boolean>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    return new StepResponse(await orderMail.cancelWaitingOrderMail(input.order_mail_id, input.user_id))
  },
)
