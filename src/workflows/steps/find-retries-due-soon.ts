import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"

/** Longer than the minute between two sweeps, so that no retry slips through between them. */
const WITHIN_SECONDS = 3 * 60

/** Each order is read on its own; more would make a sweep take longer than the minute until the next. */
const MAILS_A_SWEEP = 200

/** Finds orders whose mail was deferred and is due again soon: their event may have been lost. */
export const findRetriesDueSoonStep = createStep(
  "find-retries-due-soon",
  async (_: void, { container }): Promise<StepResponse<string[]>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    return new StepResponse(await orderMail.findRetriesDueSoon({ withinSeconds: WITHIN_SECONDS, limit: MAILS_A_SWEEP }))
  },
)
