import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { nextBatch } from "../order-sweep/next-batch"

/** A machine whose clock is late makes orders in what is the past for this one. */
const LOOK_BACK_MS = 5 * 60 * 1000

/**
 * Orders without a case, whose event was lost: one bounded batch, the oldest first.
 * @returns up to when there is none left once these have their case
 */
export async function findNewOrders(
  container: MedusaContainer,
  now: Date,
): Promise<{ orderIds: string[]; sweptUntil: Date }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { graceSeconds, batchSize } = orderMail.options.sweep
  const { cases_swept_until: from } = await orderMail.retrieveInstallation()
  const to = new Date(now.getTime() - graceSeconds * 1000)
  const read = async (take: number) => {
    const { data } = await query.graph({
      entity: "order",
      fields: ["id", "created_at"],
      filters: { is_draft_order: false, created_at: { $gte: from, $lte: to } },
      pagination: { take, order: { created_at: "ASC" } },
    })
    return data.map(({ id, created_at }) => ({ id, created_at: new Date(created_at) }))
  }
  const { orders, until } = await nextBatch(read, { from, to }, batchSize)
  return {
    orderIds: await orderMail.dunning.withoutCase(orders.map(({ id }) => id)),
    sweptUntil: new Date(Math.min(until.getTime(), to.getTime() - LOOK_BACK_MS)),
  }
}
