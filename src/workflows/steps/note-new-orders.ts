import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { noticeOfOrder } from "../order-facts/notice-of-order"
import { readOrderFacts } from "../order-facts/read-order-facts"

/**
 * Notes new orders for merchants who want to be told of them; noted again, an order stays noted once. Orders older than
 * the plugin's installation are not new. Not undone: the orders are there.
 *
 * @returns how many were noted
 */
export const noteNewOrdersStep = createStep(
  "note-new-orders",
  async (input: { order_ids: string[] }, { container }): Promise<StepResponse<number>> => {
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    let noted = 0
    const known = await orderMail.merchant.findNoted(input.order_ids.map(keyOf))
    const unknown = input.order_ids.filter((id) => !known.has(keyOf(id)))
    for (const { id, sales_channel_id } of await ordersSinceInstallation(container, unknown)) {
      if (!(await orderMail.merchant.wants(sales_channel_id, "new-order"))) continue
      try {
        const facts = await readOrderFacts(container, id)
        const isNew = await orderMail.merchant.note({
          shop_id: sales_channel_id,
          notice: "new-order",
          order_id: id,
          order_mail_id: null,
          facts: { ...noticeOfOrder(facts), amount: facts.totals.total },
          dedupe_key: keyOf(id),
        })
        if (isNew) noted++
      } catch (error) {
        logger.error(`order_mail: the new order ${id} could not be noted for the merchant`, error as Error)
      }
    }
    return new StepResponse(noted)
  },
)

async function ordersSinceInstallation(container: MedusaContainer, orderIds: string[]) {
  if (orderIds.length === 0) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { installed_at } = await orderMail.retrieveInstallation()
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "sales_channel_id"],
    filters: { id: orderIds, created_at: { $gte: installed_at } },
  })
  return data.map(({ id, sales_channel_id }) => ({ id, sales_channel_id: sales_channel_id ?? null }))
}

function keyOf(orderId: string): string {
  return `new-order:${orderId}`
}
