import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { queueOrderMailWorkflow } from "../queue-order-mail"
import type { OrdersToSweep } from "./find-orders-to-sweep"

/** An order that still cannot be read after this time is passed over, so that it does not hold up the sweep for good. */
const TRY_AGAIN_FOR_MS = 24 * 60 * 60 * 1000

/**
 * Queues the mails of swept orders. One order that cannot be read does not keep the others from their mail; for a day
 * the mark stays before it, so that the next run tries again.
 */
export const queueSweptOrderMailsStep = createStep(
  "queue-swept-order-mails",
  async (
    input: OrdersToSweep & { kind: string; now: string },
    { container },
  ): Promise<StepResponse<{ queued: number }>> => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    let queued = 0
    let sweptUntil = input.swept_until
    for (const { id: order_id, created_at } of input.orders) {
      try {
        const { result } = await queueOrderMailWorkflow(container).run({
          input: { order_id, kind: input.kind, cause: "sweep" },
        })
        if (result) queued++
      } catch (error) {
        const age = new Date(input.now).getTime() - new Date(created_at).getTime()
        if (age < TRY_AGAIN_FOR_MS && created_at < sweptUntil) sweptUntil = created_at
        logger.error(`order_mail: the sweep could not queue ${input.kind} for ${order_id}`, error as Error)
      }
    }
    if (queued > 0)
      logger.warn(`order_mail: the sweep queued ${queued} mails of the kind ${input.kind} whose event was lost`)
    await orderMail.markSweptUntil(new Date(sweptUntil))
    return new StepResponse({ queued })
  },
)
