import type { DataSource } from "typeorm"

/** Shops with something noted that they were not told yet; null: the store. */
export async function findShopsToTell(dataSource: DataSource): Promise<(string | null)[]> {
  const rows = await dataSource.query<{ shop_id: string | null }[]>(
    "SELECT DISTINCT shop_id FROM order_mail_notice WHERE settled_at IS NULL",
  )
  return rows.map((row) => row.shop_id)
}
