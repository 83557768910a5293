import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { stepToActOn, type SeenStep } from "../dunning/step-to-act-on"
import { requireKind } from "../require-kind"

export interface SkipDunningStepInput extends SeenStep {
  user_id: string
}

/** Beside the order's own plan a few that are out of date are worked out; the planning job does the others. */
const PLANNED_AT_ONCE = 1_000

/**
 * Passes the next step over, and leaves a row that says who did.
 * @throws MedusaError CONFLICT when another step is next by now; NOT_ALLOWED with the reason when none is
 */
export const skipDunningStepStep = createStep(
  "skip-dunning-step",
  async (input: SkipDunningStepInput, { container }): Promise<StepResponse<void>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const { facts, occasion } = await stepToActOn(container, input)
    const { created } = await orderMail.queueOrderMail(
      {
        mailId: orderMail.newMailId(),
        kind: input.kind,
        level: input.level,
        occurrence: requireKind(input.kind).occurrence(facts, occasion),
        occasion,
        decision: { send: false, reason: "step-skipped", silent: false },
        facts,
        to: null,
        resendOf: null,
        now: new Date(),
      },
      { cause: "user", userId: input.user_id },
    )
    if (!created)
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        `${input.kind} ${input.level} of order ${facts.number} was sent or skipped meanwhile: look again`,
      )
    await orderMail.dunning.plan(PLANNED_AT_ONCE, new Date(input.now))
    return new StepResponse()
  },
)
