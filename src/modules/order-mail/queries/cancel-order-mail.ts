import type { DataSource } from "typeorm"

/**
 * Cancels a mail that has not left yet.
 *
 * @returns false when it is none of queued, deferred and held (any more): a worker has it, or it is settled.
 */
export async function cancelOrderMail(dataSource: DataSource, mailId: string, userId: string): Promise<boolean> {
  const rows = await dataSource.query<{ id: string }[]>(
    `WITH canceled AS (
       UPDATE order_mail SET state = 'canceled', state_reason = 'canceled-by-user', state_detail = NULL,
         next_attempt_at = NULL, updated_at = now()
       WHERE id = $1 AND state IN ('queued', 'deferred', 'held')
       RETURNING id
     ), noted AS (
       INSERT INTO order_mail_timeline (order_mail_id, type, user_id, reason)
       SELECT id, 'canceled', $2, 'canceled-by-user' FROM canceled
     )
     SELECT id FROM canceled`,
    [mailId, userId],
  )
  return rows.length === 1
}
