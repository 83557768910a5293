import type { DataSource } from "typeorm"

export interface LeaseExpiry {
  /** What to do with a mail that may have left before its worker died. */
  unknownOutcome: "resend" | "hold"
  unknownWaitSeconds: number
  /** After the first try; a mail that ends every worker that takes it would otherwise be tried for ever. */
  giveUpAfterSeconds: number
}

/**
 * Gives mails back whose worker is gone (crash, machine lost). Whether the server had taken the mail is unknown, so
 * it is sent again after a wait, or held where the options say so or it was tried for too long, and the timeline says that it may arrive twice. The token stays: should the
 * worker turn out to be only slow, its answer is still taken as long as nobody else has claimed the mail.
 *
 * @returns ids of the mails given back
 */
export async function releaseExpiredLeases(dataSource: DataSource, policy: LeaseExpiry): Promise<string[]> {
  const rows = await dataSource.query<{ id: string }[]>(
    `WITH expired AS (
       SELECT id, $1 = 'hold' OR first_attempt_at < now() - make_interval(secs => $3) AS hold FROM order_mail
       WHERE state = 'sending' AND lease_expires_at < now()
       ORDER BY lease_expires_at
       LIMIT 1000
       FOR UPDATE SKIP LOCKED
     ), released AS (
       UPDATE order_mail m SET
         state = CASE WHEN expired.hold THEN 'held' ELSE 'deferred' END,
         state_reason = 'lease-expired',
         state_detail = NULL,
         next_attempt_at = CASE WHEN expired.hold THEN NULL ELSE now() + make_interval(secs => $2) END,
         lease_expires_at = NULL,
         updated_at = now()
       FROM expired WHERE m.id = expired.id
       RETURNING m.id, m.attempts, m.next_attempt_at
     ), noted AS (
       INSERT INTO order_mail_timeline (order_mail_id, type, reason, data)
       SELECT id, 'lease-expired', 'lease-expired',
         jsonb_strip_nulls(jsonb_build_object('attempt', attempts, 'next_attempt_at', next_attempt_at, 'may_arrive_twice', true))
       FROM released
     )
     SELECT id FROM released`,
    [policy.unknownOutcome, policy.unknownWaitSeconds, policy.giveUpAfterSeconds],
  )
  return rows.map(({ id }) => id)
}
