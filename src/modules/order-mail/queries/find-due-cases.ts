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

/**
 * Orders that may have something to pay and were read longest ago.
 * @param before those read later than this were read lately
 */
export async function findCasesToRead(dataSource: DataSource, limit: number, before: Date): Promise<string[]> {
  // The conditions are those of an index.
  const rows = await dataSource.query<{ order_id: string }[]>(
    `SELECT order_id FROM order_mail_dunning_case
     WHERE amount_open > 0 AND facts ->> 'status' NOT IN ('canceled', 'archived') AND read_at < $1
     ORDER BY read_at LIMIT $2`,
    [before, limit],
  )
  return rows.map(({ order_id }) => order_id)
}

/** Notes that orders could not be read, so that they do not keep others from their turn. */
export async function postponeReading(
  dataSource: DataSource,
  orderIds: readonly string[],
  triedAt: Date,
): Promise<void> {
  await dataSource.query(
    "UPDATE order_mail_dunning_case SET read_at = greatest(read_at, $2) WHERE order_id = ANY($1)",
    [orderIds, triedAt],
  )
}

/** Forgets cases of orders that are gone. */
export async function forgetCases(dataSource: DataSource, orderIds: readonly string[]): Promise<void> {
  await dataSource.query("DELETE FROM order_mail_dunning_case WHERE order_id = ANY($1)", [orderIds])
}

/** What is due for these orders is not before a time, unless their plans are worked out anew until then. */
export async function putOffCases(dataSource: DataSource, orderIds: readonly string[], until: Date): Promise<void> {
  await dataSource.query(
    "UPDATE order_mail_dunning_case SET next_at = greatest(next_at, $2) WHERE order_id = ANY($1) AND next_at IS NOT NULL",
    [orderIds, until],
  )
}
