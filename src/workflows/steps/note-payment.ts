import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { readOrderFacts } from "../order-facts/read-order-facts"
import { noteOrderNews } from "../order-notices/note-order-news"
import { newsOfPayment } from "../order-notices/order-news"

/** An event is handled within minutes, days after an outage; older captures of the payment were told of before. */
const RECENT_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Notes money that came in, for merchants who want to be told of it: each capture of the payment once, however often and
 * in whatever order events about them arrive. Not undone: the money is there.
 *
 * @returns how many captures were noted
 */
export const notePaymentStep = createStep(
  "note-payment",
  async (input: { payment_id: string; now: string }, { container }): Promise<StepResponse<number>> => {
    const { merchant } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "payment",
      fields: [
        "currency_code",
        "captures.id",
        "captures.amount",
        "captures.created_at",
        "payment_collection.order.id",
        "payment_collection.order.sales_channel_id",
      ],
      filters: { id: input.payment_id },
    })
    const [payment] = data
    const order = payment?.payment_collection?.order
    if (!payment || !order) return new StepResponse(0)
    const news = newsOfPayment(payment, new Date(Date.parse(input.now) - RECENT_MS))
    const orders = [{ id: order.id, shop_id: order.sales_channel_id ?? null, news }]
    const { noted, left } = await noteOrderNews(merchant, orders, (id) => readOrderFacts(container, id))
    for (const { error } of left) throw error
    return new StepResponse(noted)
  },
)
