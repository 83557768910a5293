import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { DunningStopRow, DunningStopToAdd } from "../../modules/order-mail/dunning/answers"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

export interface AddDunningStopInput extends DunningStopToAdd {
  user_id: string | null
  /** ISO 8601. */
  now: string
}

/** Not undone: lifting it is a decision of its own. @throws MedusaError INVALID_DATA, NOT_FOUND */
export const addDunningStopStep = createStep(
  "add-dunning-stop",
  async ({ user_id, now, ...stop }: AddDunningStopInput, { container }): Promise<StepResponse<DunningStopRow>> => {
    const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    return new StepResponse(await dunning.addStop(stop, user_id, new Date(now)))
  },
)
