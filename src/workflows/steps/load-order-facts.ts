import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderFacts } from "../../kinds/order-facts"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { GraphOrder } from "../order-facts/graph-order"
import { ORDER_FIELDS } from "../order-facts/order-fields"
import { toOrderFacts } from "../order-facts/to-order-facts"

/**
 * Reads an order as plain facts.
 * @throws MedusaError NOT_FOUND when there is no such order
 */
export const loadOrderFactsStep = createStep(
  "load-order-facts",
  async (input: { order_id: string }, { container }): Promise<StepResponse<OrderFacts>> => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const { data } = await query.graph({ entity: "order", fields: ORDER_FIELDS, filters: { id: input.order_id } })
    const [order] = data as unknown as GraphOrder[]
    if (!order) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no order with the id ${input.order_id}`)
    return new StepResponse(toOrderFacts(order, orderMail.options.shop.name))
  },
)
