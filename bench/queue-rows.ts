import { gzipSync } from "node:zlib"
import type { DataSource } from "typeorm"

/**
 * Queues `count` mails with the same bytes, all due, without going through Node for each. Ids grow with time, as the
 * ULIDs of a shop do.
 */
export async function queueRows(dataSource: DataSource, count: number, content: Buffer): Promise<void> {
  await dataSource.query(
    `INSERT INTO order_mail (id, order_id, order_number, shop_name, kind, occurrence, idempotency_key, state, recipient,
       language, return_path, message_id, next_attempt_at)
     SELECT 'om_' || id, 'order_' || id, n::text, 'Bench', 'payment-info', 'initial',
       'order_' || id || ':payment-info:initial', 'queued', 'customer' || id || '@kunde.example', 'de',
       'bounces+om_' || id || '@shop.example', '<om_' || id || '@shop.example>',
       now() - interval '1 hour' + n * interval '1 millisecond'
     FROM generate_series(1, $1::int) n, lpad(n::text, 8, '0') id`,
    [count],
  )
  await dataSource.query(
    `INSERT INTO order_mail_content (order_mail_id, message_gzip, sha256, size_bytes)
     SELECT id, $1, '', $2 FROM order_mail`,
    [gzipSync(content), content.length],
  )
}

/** Empties the outbox and leaves no work for autovacuum that would disturb the next measure. */
export async function emptyOutbox(dataSource: DataSource): Promise<void> {
  await dataSource.query("TRUNCATE order_mail CASCADE")
}

/** Brings the planner's statistics and the visibility map up to date, as autovacuum does in a shop by and by. */
export async function settleTables(dataSource: DataSource): Promise<void> {
  for (const table of ["order_mail", "order_mail_content", "order_mail_timeline"]) {
    await dataSource.query(`VACUUM ANALYZE ${table}`)
  }
}

/** Has what was filled in written to disk, so that it is not done while something is measured. */
export async function writeToDisk(dataSource: DataSource): Promise<void> {
  await dataSource.query("CHECKPOINT")
}
