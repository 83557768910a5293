import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

export interface EndDunningInput {
  order_id: string
  user_id: string | null
  /** ISO 8601. */
  now: string
}

/** Not undone: going on is a decision of its own. @throws MedusaError NOT_FOUND for an order that cannot be reminded */
export const endDunningStep = createStep(
  "end-dunning",
  async ({ order_id, user_id, now }: EndDunningInput, { container }): Promise<StepResponse<void>> => {
    const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    await dunning.end(order_id, user_id, new Date(now))
    return new StepResponse()
  },
)
