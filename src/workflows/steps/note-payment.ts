import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import { moneyIn } from "../order-facts/money"
import { noticeOfOrder } from "../order-facts/notice-of-order"
import { readOrderFacts } from "../order-facts/read-order-facts"

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
    const shopId = order.sales_channel_id ?? null
    if (!(await merchant.wants(shopId, "payment-received"))) return new StepResponse(0)
    const facts = await readOrderFacts(container, order.id)
    const money = moneyIn(payment.currency_code)
    const since = Date.parse(input.now) - RECENT_MS
    let noted = 0
    for (const capture of payment.captures ?? []) {
      if (!capture || new Date(capture.created_at).getTime() < since) continue
      const isNew = await merchant.note({
        shop_id: shopId,
        notice: "payment-received",
        order_id: order.id,
        order_mail_id: null,
        facts: { ...noticeOfOrder(facts), amount: money(capture.amount), currency_code: payment.currency_code },
        dedupe_key: `payment-received:${capture.id}`,
      })
      if (isNew) noted++
    }
    return new StepResponse(noted)
  },
)
