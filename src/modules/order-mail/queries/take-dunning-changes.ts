import type { DataSource } from "typeorm"
import { STORE } from "../settings/sections"

/**
 * Takes what was noted to have changed, and marks the cases it is about as to be planned anew. What changes meanwhile is
 * noted anew. A case that somebody is planning just now is waited for: that plan does not know of the change.
 * @returns how many notes were taken
 */
export async function takeDunningChanges(dataSource: DataSource, limit: number): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const [{ taken, orders, customers, shops }] = await manager.query<[TakenChanges]>(
      `WITH taken AS (
         DELETE FROM order_mail_dunning_change WHERE id IN (
           SELECT id FROM order_mail_dunning_change ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
         RETURNING order_id, customer_id, shop_id
       )
       SELECT count(*)::int AS taken,
         coalesce(array_agg(DISTINCT order_id) FILTER (WHERE order_id IS NOT NULL), '{}') AS orders,
         coalesce(array_agg(DISTINCT customer_id) FILTER (WHERE customer_id IS NOT NULL), '{}') AS customers,
         coalesce(array_agg(DISTINCT shop_id) FILTER (WHERE shop_id IS NOT NULL), '{}') AS shops
       FROM taken`,
      [limit],
    )
    if (taken === 0) return 0
    await manager.query(
      `UPDATE order_mail_dunning_case c SET planned_at = NULL
       FROM (
         SELECT order_id FROM order_mail_dunning_case
         WHERE order_id = ANY($1) OR customer_id = ANY($2) OR shop_id = ANY($3) OR $4 = ANY($3)
         ORDER BY order_id FOR UPDATE
       ) stale
       WHERE c.order_id = stale.order_id`,
      [orders, customers, shops, STORE],
    )
    return taken
  })
}

interface TakenChanges {
  taken: number
  orders: string[]
  customers: string[]
  shops: string[]
}
