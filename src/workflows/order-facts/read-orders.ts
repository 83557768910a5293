import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { OrderFacts } from "../../kinds/order-facts"
import { ORDER_MAIL_MODULE } from "../../modules/order-mail"
import type OrderMailModuleService from "../../modules/order-mail/service"
import type { GraphOrder } from "./graph-order"
import { ORDER_FIELDS } from "./order-fields"
import { toOrderFacts } from "./to-order-facts"

/** Orders with all their lines; more at once would take long and much memory. */
const ORDERS_A_QUERY = 50

/** Orders as they are now. One that is in neither map does not exist. */
export interface OrdersRead {
  facts: Map<string, OrderFacts>
  /** What went wrong with orders that cannot be read just now. */
  unreadable: Map<string, string>
}

/** Reads orders as they are now, many in one query. One that cannot be read does not keep the others from being read. */
export async function readOrders(container: MedusaContainer, orderIds: readonly string[]): Promise<OrdersRead> {
  const read: OrdersRead = { facts: new Map(), unreadable: new Map() }
  const ids = [...new Set(orderIds)]
  for (let from = 0; from < ids.length; from += ORDERS_A_QUERY)
    await readBatch(container, ids.slice(from, from + ORDERS_A_QUERY), read)
  return read
}

async function readBatch(container: MedusaContainer, ids: string[], read: OrdersRead): Promise<void> {
  const orders = await graphOrders(container, ids, read)
  const shopName = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE).options.shop.name
  for (const order of orders) {
    try {
      read.facts.set(order.id, toOrderFacts(order, shopName))
    } catch (error) {
      read.unreadable.set(order.id, messageOf(error))
    }
  }
}

/** Asked one by one when asking for all fails, to find out which one is at fault. */
async function graphOrders(container: MedusaContainer, ids: string[], read: OrdersRead): Promise<GraphOrder[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  try {
    const { data } = await query.graph({ entity: "order", fields: ORDER_FIELDS, filters: { id: ids } })
    return data as unknown as GraphOrder[]
  } catch (error) {
    const [only, ...others] = ids
    if (only !== undefined && others.length === 0) {
      read.unreadable.set(only, messageOf(error))
      return []
    }
  }
  const orders: GraphOrder[] = []
  for (const id of ids) orders.push(...(await graphOrders(container, [id], read)))
  return orders
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
