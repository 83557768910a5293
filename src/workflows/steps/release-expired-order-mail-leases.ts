import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

/** Gives mails back whose worker is gone. */
export const releaseExpiredOrderMailLeasesStep = createStep(
  "release-expired-order-mail-leases",
  async (_: void, { container }): Promise<StepResponse<string[]>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    return new StepResponse(await orderMail.releaseExpiredLeases())
  },
)
