import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { findNewOrders } from "../dunning/find-new-orders"
import { refreshCases } from "../dunning/refresh-cases"

interface PlanDunningInput {
  /** ISO 8601. */
  now: string
}

/** A minute's worth: 144,000 orders a day. */
const READ_AGAIN = 100
const READ_AGAIN_AFTER_MS = 20 * 60 * 60 * 1000

/** More than a change of the settings of a large shop makes out of date; it takes seconds. */
const MOST_PLANNED = 200_000

/**
 * Keeps what is planned up to date: orders whose event was lost get their case, every order with something to pay is read
 * again about once a day, and plans that are out of date are worked out anew. Not undone: plans are worked out from what is.
 *
 * @returns how many orders were planned
 */
export const planDunningStep = createStep(
  "plan-dunning",
  async (input: PlanDunningInput, { container }): Promise<StepResponse<number>> => {
    const { dunning } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const now = new Date(input.now)
    const { orderIds, sweptUntil } = await findNewOrders(container, now)
    await refreshCases(container, orderIds)
    await dunning.markSweptUntil(sweptUntil)
    await refreshCases(container, await dunning.findToRead(READ_AGAIN, new Date(now.getTime() - READ_AGAIN_AFTER_MS)))
    return new StepResponse(await dunning.plan(MOST_PLANNED, now))
  },
)
