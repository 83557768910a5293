import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

export interface ResumeDunningInput {
  order_id: string
  user_id: string | null
  /** ISO 8601. */
  now: string
}

/** Not undone: ending it again is a decision of its own. @throws MedusaError NOT_FOUND for an order that cannot be reminded */
export const resumeDunningStep = createStep(
  "resume-dunning",
  async ({ order_id, now }: ResumeDunningInput, { container }): Promise<StepResponse<void>> => {
    const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    await dunning.resume(order_id, new Date(now))
    return new StepResponse()
  },
)
