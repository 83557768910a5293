import type { DataSource } from "typeorm"
import type { DueCase } from "../dunning/answers"

/** Orders for which something is due, the longest due first. @param after the last one of the batch before */
export async function findDueCases(
  dataSource: DataSource,
  limit: number,
  now: Date,
  after?: DueCase,
): Promise<DueCase[]> {
  return dataSource.query<DueCase[]>(
    `SELECT order_id AS "orderId", next_at AS "nextAt" FROM order_mail_dunning_case
     WHERE next_at <= $1 AND ($2::timestamptz IS NULL OR (next_at, order_id) > ($2, $3::text))
     ORDER BY next_at, order_id LIMIT $4`,
    [now, after?.nextAt ?? null, after?.orderId ?? null, limit],
  )
}

/** Orders with something to pay that were read longest ago. @param before read later than this is read lately */
export async function findCasesToRead(dataSource: DataSource, limit: number, before: Date): Promise<string[]> {
  const rows = await dataSource.query<{ order_id: string }[]>(
    `SELECT order_id FROM order_mail_dunning_case WHERE amount_open > 0 AND read_at < $1 ORDER BY read_at LIMIT $2`,
    [before, limit],
  )
  return rows.map(({ order_id }) => order_id)
}

/** Forgets cases of orders that are gone. */
export async function forgetCases(dataSource: DataSource, orderIds: readonly string[]): Promise<void> {
  await dataSource.query("DELETE FROM order_mail_dunning_case WHERE order_id = ANY($1)", [orderIds])
}
