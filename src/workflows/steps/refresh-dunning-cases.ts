import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { refreshCases } from "../dunning/refresh-cases"

export interface RefreshDunningCasesInput {
  order_ids: string[]
  /** ISO 8601. */
  now: string
}

/** Beside these orders' own plans some that are out of date are worked out; the planning job does the others. */
const PLANNED_AT_ONCE = 1_000

/** Not undone: the orders are what they are. */
export const refreshDunningCasesStep = createStep(
  "refresh-dunning-cases",
  async ({ order_ids, now }: RefreshDunningCasesInput, { container }): Promise<StepResponse<void>> => {
    const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    await refreshCases(container, order_ids)
    await dunning.plan(PLANNED_AT_ONCE, new Date(now))
    return new StepResponse()
  },
)
