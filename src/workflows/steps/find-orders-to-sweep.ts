import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { nextBatch, type SweptOrder } from "../order-sweep/next-batch"

export interface OrdersToSweep {
  orders: { id: string; created_at: string }[]
  /** Everything created up to here has been looked at. */
  swept_until: string
}

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
    const read = async (take: number): Promise<SweptOrder[]> => {
      const { data } = await query.graph({
        entity: "order",
        fields: ["id", "created_at"],
        filters: { created_at: { $gte: swept_until, $lte: ripe } },
        pagination: { take, order: { created_at: "ASC" } },
      })
      return data.map(({ id, created_at }) => ({ id, created_at: new Date(created_at) }))
    }
    const { orders, until } = await nextBatch(read, { from: swept_until, to: ripe }, batchSize)
    const withMail = await orderMail.findOrdersWithMail(
      orders.map((order) => order.id),
      input.kind,
    )
    return new StepResponse({
      orders: orders
        .filter((order) => !withMail.has(order.id))
        .map((order) => ({ id: order.id, created_at: order.created_at.toISOString() })),
      swept_until: until.toISOString(),
    })
  },
)
