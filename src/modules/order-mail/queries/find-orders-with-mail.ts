import type { DataSource } from "typeorm"

/** @returns those of the orders that have a mail of this kind */
export async function findOrdersWithMail(
  dataSource: DataSource,
  orderIds: string[],
  kind: string,
): Promise<Set<string>> {
  const rows = await dataSource.query<{ order_id: string }[]>(
    "SELECT DISTINCT order_id FROM order_mail WHERE order_id = ANY($1) AND kind = $2",
    [orderIds, kind],
  )
  return new Set(rows.map((row) => row.order_id))
}
