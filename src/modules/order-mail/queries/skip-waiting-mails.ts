import type { DataSource } from "typeorm"
import type { OwnReason } from "../../../kinds/kind"

export interface MailToSkip {
  mailId: string
  /** Why it must not go any more. */
  reason: OwnReason
}

/**
 * Takes mails back that must not go any more, rows and timeline in one statement. A mail that is being sent or settled
 * by now stays as it is.
 *
 * @param cause what made us look: an event's name or "sweep"
 * @returns ids of the mails taken back
 */
export async function skipWaitingMails(dataSource: DataSource, mails: MailToSkip[], cause: string): Promise<string[]> {
  if (mails.length === 0) return []
  const rows = await dataSource.query<{ id: string }[]>(
    `WITH skipped AS (
       UPDATE order_mail m SET state = 'skipped', state_reason = wanted.reason, state_detail = NULL,
         next_attempt_at = NULL, updated_at = now()
       FROM jsonb_to_recordset($1::jsonb) AS wanted ("mailId" text, reason text)
       WHERE m.id = wanted."mailId" AND m.state IN ('queued', 'deferred', 'held')
       RETURNING m.id, m.state_reason
     ), noted AS (
       INSERT INTO order_mail_timeline (order_mail_id, type, reason, data)
       SELECT id, 'skipped', state_reason, jsonb_build_object('cause', $2::text) FROM skipped
     )
     SELECT id FROM skipped`,
    [JSON.stringify(mails), cause],
  )
  return rows.map(({ id }) => id)
}
