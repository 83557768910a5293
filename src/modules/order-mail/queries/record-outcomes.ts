import type { DataSource } from "typeorm"
import type { Outcome } from "../../../delivery/types"
import { noticesOfMails } from "./note-merchant-notice"

/**
 * Writes what became of claimed mails, rows, timeline and the merchant's notices, in one statement. An outcome counts only while its token is
 * still the row's (fencing): after a lease ran out and another worker claimed the mail, the late answer is dropped.
 * If nobody has claimed it since, the late answer is the better knowledge and is taken.
 *
 * @returns ids of the mails whose outcome was written
 */
export async function recordOutcomes(dataSource: DataSource, outcomes: Outcome[]): Promise<string[]> {
  if (outcomes.length === 0) return []
  const rows = await dataSource.query<{ id: string }[]>(
    `WITH outcome AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS o (
         "mailId" text, token uuid, state text, reason text, answer jsonb, "retryInSeconds" double precision, archive jsonb,
         "lastLook" jsonb
       )
     ), written AS (
       UPDATE order_mail m SET
         state = o.state,
         state_reason = o.reason,
         state_detail = coalesce(o.answer ->> 'text', o."lastLook" ->> 'detail'),
         -- A look is no attempt; the claim had counted it as one.
         attempts = m.attempts - CASE WHEN o."lastLook" IS NULL THEN 0 ELSE 1 END,
         last_answer = CASE WHEN o."lastLook" IS NULL THEN o.answer ELSE m.last_answer END,
         next_attempt_at = CASE WHEN o.state = 'deferred' THEN now() + make_interval(secs => o."retryInSeconds") END,
         lease_expires_at = NULL,
         sent_at = CASE WHEN o.state = 'sent' THEN now() END,
         updated_at = now()
       FROM outcome o
       WHERE m.id = o."mailId" AND m.lease_token = o.token
         AND (m.state = 'sending' OR (m.state IN ('deferred', 'held') AND m.state_reason = 'lease-expired'))
       RETURNING m.*
     ), noted AS (
       INSERT INTO order_mail_timeline (order_mail_id, type, reason, answer, data)
       SELECT o."mailId",
         CASE WHEN o.reason = 'outcome-unknown' THEN 'outcome-unknown' WHEN o.state = 'sent' THEN 'accepted' ELSE o.state END,
         o.reason, o.answer,
         jsonb_strip_nulls(jsonb_build_object(
           'attempt', CASE WHEN o."lastLook" IS NULL THEN w.attempts END,
           'cause', CASE WHEN o."lastLook" IS NOT NULL THEN 'last-look' END, 'detail', o."lastLook" ->> 'detail',
           'next_attempt_at', w.next_attempt_at,
           'archive', o.archive ->> 'result', 'archive_answer', o.archive ->> 'text'))
       FROM outcome o JOIN written w ON w.id = o."mailId"
     ), told AS (${noticesOfMails("mail-failed", "written")}
     )
     SELECT id FROM written`,
    [JSON.stringify(outcomes)],
  )
  return rows.map(({ id }) => id)
}
