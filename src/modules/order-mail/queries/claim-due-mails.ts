import type { DataSource } from "typeorm"
import type { ClaimedMail, Envelope, Outcome } from "../../../delivery/types"
import { unpackMessage } from "./pack-message"
import { recordOutcomes } from "./record-outcomes"

interface ClaimedRow {
  id: string
  lease_token: string
  return_path: string
  recipient: string
  archive_address: string | null
  attempts: number
  first_attempt_at: Date
  claimed_at: Date
  /** Null when the content's row is gone. */
  message_gzip: Buffer | null
}

/**
 * Takes up to `limit` due mails of a mail server, oldest first, and commits: each is `sending`, leased by database time,
 * and carries a new fencing token. Rows another worker is taking are passed over (`SKIP LOCKED`), so any number of workers share
 * the outbox without waiting for each other.
 *
 * A mail whose content cannot be read any more is settled as failed at once, so that it holds up no other.
 */
export async function claimDueMails(
  dataSource: DataSource,
  limit: number,
  leaseSeconds: number,
  mailServer: string,
): Promise<ClaimedMail[]> {
  const rows = await dataSource.query<ClaimedRow[]>(
    `WITH due AS (
       SELECT id FROM order_mail
       WHERE mail_server = $3 AND state IN ('queued', 'deferred') AND next_attempt_at <= now()
       ORDER BY next_attempt_at, id
       LIMIT $1
       FOR UPDATE SKIP LOCKED
     ), claimed AS (
       UPDATE order_mail SET
         state = 'sending',
         attempts = attempts + 1,
         first_attempt_at = coalesce(first_attempt_at, now()),
         lease_token = gen_random_uuid(),
         lease_expires_at = now() + make_interval(secs => $2),
         updated_at = now()
       FROM due WHERE order_mail.id = due.id
       RETURNING order_mail.id, lease_token, return_path, recipient, archive_address, attempts, first_attempt_at, now() AS claimed_at
     )
     SELECT claimed.*, content.message_gzip
     FROM claimed LEFT JOIN order_mail_content content ON content.order_mail_id = claimed.id`,
    [limit, leaseSeconds, mailServer],
  )
  const contents = await Promise.all(rows.map((row) => unpackMessage(row.message_gzip)))
  const mails: ClaimedMail[] = []
  const damaged: Outcome[] = []
  rows.forEach((row, n) => {
    const content = contents[n]
    if (content) mails.push(toClaimedMail(row, content))
    else damaged.push(damagedOutcome(row))
  })
  await recordOutcomes(dataSource, damaged)
  return mails
}

function toClaimedMail(row: ClaimedRow, content: Buffer): ClaimedMail {
  return {
    id: row.id,
    token: row.lease_token,
    envelope: envelopeOf(row),
    content,
    attempt: row.attempts,
    firstAttemptAt: row.first_attempt_at,
    claimedAt: row.claimed_at,
  }
}

export function envelopeOf({
  return_path,
  recipient,
  archive_address,
}: Pick<ClaimedRow, "return_path" | "recipient" | "archive_address">): Envelope {
  return { from: return_path, to: recipient, ...(archive_address ? { archive: archive_address } : {}) }
}

function damagedOutcome({ id: mailId, lease_token: token }: ClaimedRow): Outcome {
  return { mailId, token, state: "failed", reason: "content-damaged", answer: null, retryInSeconds: null }
}
