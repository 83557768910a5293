import type { DataSource } from "typeorm"

/** @returns milliseconds until the next mail for this server is due, 0 when one is due now, null when none waits. */
export async function nextDueInMs(dataSource: DataSource, mailServer: string): Promise<number | null> {
  const [row] = await dataSource.query<{ ms: number }[]>(
    `SELECT greatest(0, ceil(extract(epoch FROM next_attempt_at - now()) * 1000))::float8 AS ms
     FROM order_mail WHERE mail_server = $1 AND state IN ('queued', 'deferred')
     ORDER BY next_attempt_at, id LIMIT 1`,
    [mailServer],
  )
  return row?.ms ?? null
}
