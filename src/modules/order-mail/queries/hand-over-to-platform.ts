import type { DataSource } from "typeorm"
import { PLATFORM_SERVER } from "../mail-servers"
import { notifyDueMails } from "./notify-due-mails"

/** Short transactions: what the merchant or a worker does to a mail meanwhile waits for one of them at most. */
const BATCH = 1_000

/**
 * Gives the mails that wait for a server that is no more to the platform's, due at once. A mail that may have arrived
 * keeps its wait. A mail that is locked, by a worker or the merchant, is passed over and found the next time.
 */
export async function handOverToPlatform(dataSource: DataSource, mailServer: string): Promise<void> {
  for (let handedOver = BATCH; handedOver === BATCH;) {
    const [row] = await dataSource.query<{ count: number }[]>(
      `WITH orphan AS (
         SELECT id FROM order_mail
         WHERE mail_server = $1 AND state IN ('queued', 'deferred')
         ORDER BY next_attempt_at, id
         LIMIT $3
         FOR UPDATE SKIP LOCKED
       ), handed_over AS (
         UPDATE order_mail m SET
           mail_server = $2,
           next_attempt_at = CASE WHEN state_reason IN ('outcome-unknown', 'lease-expired') THEN next_attempt_at
             ELSE least(next_attempt_at, now()) END,
           updated_at = now()
         FROM orphan WHERE m.id = orphan.id
         RETURNING m.id
       )
       SELECT count(*)::int FROM handed_over`,
      [mailServer, PLATFORM_SERVER, BATCH],
    )
    handedOver = row?.count ?? 0
    if (handedOver > 0) notifyDueMails(dataSource, PLATFORM_SERVER)
  }
}
