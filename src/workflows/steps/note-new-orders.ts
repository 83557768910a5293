import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { readOrderFacts } from "../order-facts/read-order-facts"
import { noteOrderNews } from "../order-notices/note-order-news"
import { newsOfOrder, type CapturedPayment, type OrderWithNews } from "../order-notices/order-news"
import { isTriedAgain } from "../order-sweep/try-again"

export interface NotedOrders {
  noted: number
  /** When the oldest of those was created that could not be noted and are worth another try; null: there is none. */
  waiting_since: string | null
}

/**
 * Notes new orders, and the money that came in with them, for merchants who want to be told of it; noted again, each
 * stays noted once. Orders older than the plugin's installation are not new. Not undone: the orders are there.
 */
export const noteNewOrdersStep = createStep(
  "note-new-orders",
  async (input: { order_ids: string[]; now: string }, { container }): Promise<StepResponse<NotedOrders>> => {
    const { merchant } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const orders = await ordersSinceInstallation(container, input.order_ids)
    const { noted, left } = await noteOrderNews(merchant, orders, (id) => readOrderFacts(container, id))
    for (const { id, error } of left)
      logger.error(`order_mail: the new order ${id} could not be noted for the merchant`, error as Error)
    const waiting = orders
      .filter(({ id, created_at }) => left.some((order) => order.id === id) && isTriedAgain(created_at, input.now))
      .map(({ created_at }) => created_at)
    return new StepResponse({ noted, waiting_since: waiting.sort()[0] ?? null })
  },
)

/** What `query.graph` gives for the fields below; Medusa's types know nothing of links. */
interface NewOrder {
  id: string
  sales_channel_id: string | null
  created_at: Date | string
  payment_collections?: ({ payments?: (CapturedPayment | null)[] | null } | null)[] | null
}

async function ordersSinceInstallation(
  container: MedusaContainer,
  orderIds: string[],
): Promise<(OrderWithNews & { created_at: string })[]> {
  if (orderIds.length === 0) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { installed_at } = await orderMail.retrieveInstallation()
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "sales_channel_id",
      "created_at",
      "payment_collections.payments.currency_code",
      "payment_collections.payments.captures.id",
      "payment_collections.payments.captures.amount",
      "payment_collections.payments.captures.created_at",
    ],
    filters: { id: orderIds, created_at: { $gte: installed_at } },
  })
  return (data as unknown as NewOrder[]).map(({ id, sales_channel_id, created_at, payment_collections }) => ({
    id,
    shop_id: sales_channel_id ?? null,
    created_at: new Date(created_at).toISOString(),
    news: newsOfOrder(
      id,
      (payment_collections ?? [])
        .flatMap((collection) => collection?.payments ?? [])
        .filter((payment) => payment !== null),
    ),
  }))
}
