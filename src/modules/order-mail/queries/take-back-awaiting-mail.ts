import type { DataSource } from "typeorm"
import type { OwnReason } from "../../../kinds/kind"

/**
 * Takes a mail back that waits for approval, row and timeline in one statement.
 *
 * @param userId who decided so; null: the order did
 * @returns false when it waits no more, and nothing was changed
 */
export async function takeBackAwaitingMail(
  dataSource: DataSource,
  { mailId, reason, userId }: { mailId: string; reason: OwnReason; userId: string | null },
): Promise<boolean> {
  const rows = await dataSource.query<{ id: string }[]>(
    `WITH skipped AS (
       UPDATE order_mail SET state = 'skipped', state_reason = $2, state_detail = NULL, next_attempt_at = NULL,
         updated_at = now()
       WHERE id = $1 AND state = 'held' AND state_reason = 'awaiting-approval'
       RETURNING id
     ), noted AS (
       INSERT INTO order_mail_timeline (order_mail_id, type, user_id, reason)
       SELECT id, 'skipped', $3, $2 FROM skipped
     )
     SELECT id FROM skipped`,
    [mailId, reason, userId],
  )
  return rows.length === 1
}
