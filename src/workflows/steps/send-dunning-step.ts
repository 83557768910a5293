import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { stepToActOn, type SeenStep } from "../dunning/step-to-act-on"
import { storeOrderMail } from "../store-order-mail"

export interface SendDunningStepInput extends SeenStep {
  user_id: string
}

/** Beside the order's own plan a few that are out of date are worked out; the planning job does the others. */
const PLANNED_AT_ONCE = 1_000

/**
 * Sends the next step before its day; everything but time is asked as by the run. Who sends it approves of it.
 * @throws MedusaError CONFLICT when another step is next by now; NOT_ALLOWED with the reason when none is
 */
export const sendDunningStepStep = createStep(
  "send-dunning-step",
  async (input: SendDunningStepInput, { container }): Promise<StepResponse<void>> => {
    const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const { facts, occasion } = await stepToActOn(container, input)
    await storeOrderMail(container, { facts, kind: input.kind, occasion, cause: "user", user_id: input.user_id })
    await dunning.plan(PLANNED_AT_ONCE, new Date(input.now))
    return new StepResponse()
  },
)
