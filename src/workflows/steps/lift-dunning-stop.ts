import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { DunningStopRow } from "../../modules/order-mail/dunning/answers"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

export interface LiftDunningStopInput {
  stop_id: string
  user_id: string | null
  /** ISO 8601. */
  now: string
}

/** Not undone: stopping again is a decision of its own. @throws MedusaError NOT_FOUND */
export const liftDunningStopStep = createStep(
  "lift-dunning-stop",
  async ({ stop_id, user_id, now }: LiftDunningStopInput, { container }): Promise<StepResponse<DunningStopRow>> => {
    const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    return new StepResponse(await dunning.liftStop(stop_id, user_id, new Date(now)))
  },
)
