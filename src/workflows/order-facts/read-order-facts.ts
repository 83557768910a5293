import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { OrderFacts } from "../../kinds/order-facts"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { GraphOrder } from "./graph-order"
import { ORDER_FIELDS } from "./order-fields"
import { toOrderFacts } from "./to-order-facts"

/**
 * Reads an order as it is now, as plain facts.
 * @throws MedusaError NOT_FOUND when there is no such order
 */
export async function readOrderFacts(container: MedusaContainer, orderId: string): Promise<OrderFacts> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const orderMail = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { data } = await query.graph({ entity: "order", fields: ORDER_FIELDS, filters: { id: orderId } })
  const [order] = data as unknown as GraphOrder[]
  if (!order) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no order with the id ${orderId}`)
  return toOrderFacts(order, orderMail.options.shop.name)
}
