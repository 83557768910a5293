import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** @returns ids of the orders for which money came in or went back, or that were canceled or changed, from `from` to `to` */
export async function findMovedOrders(container: MedusaContainer, from: Date, to: Date): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const within = { $gte: from, $lte: to }
  const fields = ["payment_collection.order.id"]
  const moved = await Promise.all(
    [{ captures: { created_at: within } }, { refunds: { created_at: within } }].map((filters) =>
      query.graph({ entity: "payment", fields, filters: filters as object }),
    ),
  )
  const canceled = await query.graph({ entity: "order", fields: ["id"], filters: { canceled_at: within } as object })
  // Edits, returns, exchanges and claims; of those that left the amount as it was, nobody is told.
  const changed = await query.graph({
    entity: "order_change",
    fields: ["order_id"],
    filters: { status: "confirmed", confirmed_at: within } as object,
  })
  return [
    ...new Set([
      ...moved.flatMap(({ data }) => data.flatMap((payment) => payment.payment_collection?.order?.id ?? [])),
      ...canceled.data.map(({ id }) => id),
      ...changed.data.map(({ order_id }) => order_id),
    ]),
  ]
}
