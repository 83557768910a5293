import type { DataSource } from "typeorm"
import type { OwnReason } from "../../../kinds/kind"

/** Short transactions: what the merchant or a worker does to a mail meanwhile waits for one of them at most. */
const BATCH = 1_000

const REASON: OwnReason = "mail-server-removed"

/**
 * Holds the mails that wait for a server that is no more, for the merchant to send again. They are not given to another
 * server: they claim the shop's own domain, which was checked for the hosts of that server alone. Sent again, a mail is
 * written anew, under the identity that applies then. One that may have arrived goes on saying so. A mail that is locked, by a worker or the merchant, is passed over
 * and found the next time.
 */
export async function holdOrphanedMails(dataSource: DataSource, mailServer: string): Promise<void> {
  for (let held = BATCH; held === BATCH;) {
    const [row] = await dataSource.query<{ count: number }[]>(
      `WITH orphan AS (
         SELECT id FROM order_mail
         WHERE mail_server = $1 AND state IN ('queued', 'deferred')
         ORDER BY next_attempt_at, id
         LIMIT $3
         FOR UPDATE SKIP LOCKED
       ), held AS (
         UPDATE order_mail m SET state = 'held', 
           state_reason = CASE WHEN state_reason IN ('outcome-unknown', 'lease-expired') THEN state_reason ELSE $2 END,
           state_detail = NULL, next_attempt_at = NULL,
           updated_at = now()
         FROM orphan WHERE m.id = orphan.id
         RETURNING m.id
       ), noted AS (
         INSERT INTO order_mail_timeline (order_mail_id, type, reason)
         SELECT id, 'held', $2 FROM held
       )
       SELECT count(*)::int FROM held`,
      [mailServer, REASON, BATCH],
    )
    held = row?.count ?? 0
  }
}
