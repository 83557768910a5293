import type { DataSource } from "typeorm"

/** Levels at which something is set, in whatever section. */
export async function findShopsWithSettings(dataSource: DataSource): Promise<Set<string>> {
  const rows: { shop_id: string }[] = await dataSource.query(
    "SELECT DISTINCT shop_id FROM order_mail_shop WHERE fields <> '{}'::jsonb",
  )
  return new Set(rows.map(({ shop_id }) => shop_id))
}
