import type { DataSource } from "typeorm"
import type { OutcomeReason } from "../../../delivery/types"
import { notifyDueMails } from "./notify-due-mails"

const BATCH = 1_000

/** The server could not be used, or the mail was given back for another reason than its own; nothing has left. */
const SERVER_TROUBLE = [
  "connection-failed",
  "connection-lost",
  "timeout",
  "dns-failed",
  "tls-failed",
  "login-failed",
  "protocol-error",
  "configuration-error",
  "network-problem",
  "process-stopped",
] as const satisfies readonly OutcomeReason[]

/**
 * Makes the mails due that wait only because their server could not be used: its settings are other ones now, so that
 * the wait for its return has no sense any more.
 */
export async function retryAtOnce(dataSource: DataSource, mailServer: string): Promise<void> {
  for (let retried = BATCH; retried === BATCH;) {
    const [row] = await dataSource.query<{ count: number }[]>(
      `WITH waiting AS (
         SELECT id FROM order_mail
         WHERE mail_server = $1 AND state IN ('queued', 'deferred') AND next_attempt_at > now()
           AND state_reason = ANY($2)
         ORDER BY next_attempt_at, id
         LIMIT $3
         FOR UPDATE SKIP LOCKED
       ), retried AS (
         UPDATE order_mail m SET next_attempt_at = now(), updated_at = now()
         FROM waiting WHERE m.id = waiting.id
         RETURNING m.id
       )
       SELECT count(*)::int FROM retried`,
      [mailServer, SERVER_TROUBLE, BATCH],
    )
    retried = row?.count ?? 0
    if (retried > 0) notifyDueMails(dataSource, mailServer)
  }
}
