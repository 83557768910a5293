import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { queueOrderMailWorkflow } from "../queue-order-mail"
import { isTriedAgain } from "../order-sweep/try-again"
import type { OrdersToSweep } from "./find-orders-to-sweep"

/**
 * Queues the mails of swept orders. One order that cannot be read does not keep the others from their mail; for an hour
 * the mark stays before it, so that the next run tries again, then the merchant is shown what is wrong with it.
 */
export const queueSweptOrderMailsStep = createStep(
  "queue-swept-order-mails",
  async (
    input: OrdersToSweep & { kind: string; now: string },
    { container },
  ): Promise<StepResponse<{ queued: number }>> => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    /** @returns false when even that cannot be written, for then the database is at fault and not the order */
    const note = async (order: { id: string; number: string; error: string }): Promise<boolean> => {
      try {
        await orderMail.noteUnreadableOrder({ ...order, kind: input.kind }, "sweep")
        return true
      } catch (error) {
        logger.error(`order_mail: could not note that ${order.id} cannot be read`, error as Error)
        return false
      }
    }
    let queued = 0
    let sweptUntil = input.swept_until
    for (const { id: order_id, number, created_at } of input.orders) {
      try {
        const { result } = await queueOrderMailWorkflow(container).run({
          input: { order_id, kind: input.kind, cause: "sweep" },
        })
        if (result) queued++
      } catch (error) {
        logger.error(`order_mail: the sweep could not queue ${input.kind} for ${order_id}`, error as Error)
        const noted =
          !isTriedAgain(created_at, input.now) && (await note({ id: order_id, number, error: messageOf(error) }))
        if (!noted && created_at < sweptUntil) sweptUntil = created_at
      }
    }
    if (queued > 0)
      logger.warn(`order_mail: the sweep queued ${queued} mails of the kind ${input.kind} whose event was lost`)
    await orderMail.markSweptUntil(new Date(sweptUntil))
    return new StepResponse({ queued })
  },
)

/** What a workflow throws arrives serialised: an object with a message, which is no Error any more. */
function messageOf(error: unknown): string {
  const { message } = Object(error) as { message?: unknown }
  return typeof message === "string" ? message : String(error)
}
