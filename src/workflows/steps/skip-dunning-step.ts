import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

export interface SkipDunningStepInput {
  order_id: string
  /** The step that the user saw as the next one. */
  kind: string
  level: number
  user_id: string
  /** ISO 8601. */
  now: string
}

/** @throws MedusaError CONFLICT when another step is next by now; NOT_ALLOWED with the reason when none is */
export const skipDunningStepStep = createStep(
  "skip-dunning-step",
  async (input: SkipDunningStepInput, { container }): Promise<StepResponse<void>> => {
    const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    throw new Error(`not there yet: ${input.order_id} ${typeof dunning}`)
  },
)
