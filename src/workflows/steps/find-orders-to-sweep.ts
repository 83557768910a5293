import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { nextBatch } from "../order-sweep/next-batch"

export interface OrdersToSweep {
  /** All orders of this run, those with a mail included. */
  order_ids: string[]
  orders: { id: string; number: string; created_at: string }[]
  /** Everything created up to here has been looked at and need not be again. */
  swept_until: string
}

/**
 * The mark stays this far behind what was looked at: an instance whose clock is late creates orders in what is the past
 * for the one that sweeps.
 */
const LOOK_BACK_MS = 5 * 60 * 1000

/**
 * Finds orders whose event was lost: created since the last sweep, old enough for their event to have been handled,
 * and without a mail of this kind. One bounded batch a run; a longer outage is caught up over several.
 */
export const findOrdersToSweepStep = createStep(
  "find-orders-to-sweep",
  async (input: { kind: string; now: string }, { container }): Promise<StepResponse<OrdersToSweep>> => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const { graceSeconds, batchSize } = orderMail.options.sweep
    const { swept_until } = await orderMail.retrieveInstallation()
    const ripe = new Date(new Date(input.now).getTime() - graceSeconds * 1000)
    const read = async (take: number) => {
      const { data } = await query.graph({
        entity: "order",
        fields: ["id", "display_id", "custom_display_id", "created_at"],
        // A draft is not placed yet; when it is, its event says so.
        filters: { is_draft_order: false, created_at: { $gte: swept_until, $lte: ripe } },
        pagination: { take, order: { created_at: "ASC" } },
      })
      return data.map(({ id, display_id, custom_display_id, created_at }) => ({
        id,
        number: custom_display_id ?? String(display_id),
        created_at: new Date(created_at),
      }))
    }
    const { orders, until } = await nextBatch(read, { from: swept_until, to: ripe }, batchSize)
    const order_ids = orders.map(({ id }) => id)
    const withMail = await orderMail.findOrdersWithMail(order_ids, input.kind)
    return new StepResponse({
      order_ids,
      orders: orders
        .filter((order) => !withMail.has(order.id))
        .map(({ id, number, created_at }) => ({ id, number, created_at: created_at.toISOString() })),
      swept_until: new Date(Math.min(until.getTime(), ripe.getTime() - LOOK_BACK_MS)).toISOString(),
    })
  },
)
