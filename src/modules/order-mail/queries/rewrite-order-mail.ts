import type { DataSource } from "typeorm"
import type { PreparedMail } from "../../../sender/prepared-mail"
import { packMessage } from "./pack-message"

/** What an entry of the timeline knows beside its type. */
export type TimelineData = Record<string, string | number | boolean | null>

const CONTENT_COLUMNS = `order_number, recipient, recipient_name, language, sender_identity, sender_reason, from_address,
  from_name, reply_to, return_path, subject, message_id, currency_code, amount_open, archive_address,
  suggested_recipient, mail_server, payable_until, occasion, basis`

/**
 * Writes a mail anew that a worker has claimed: row, bytes and timeline in one statement. It stays claimed, unless it is to
 * leave through another server now: then it is due there.
 *
 * @returns the mail's server; null when the claim stands no more, and nothing was changed
 */
export async function rewriteClaimedMail(
  dataSource: DataSource,
  mail: PreparedMail,
  token: string,
  data: TimelineData,
): Promise<{ mail_server: string; moved: boolean } | null> {
  const [rewritten] = await rewrite<{ mail_server: string; moved: boolean }>(
    dataSource,
    mail,
    {
      set: `state = CASE WHEN new.mail_server = m.mail_server THEN 'sending' ELSE 'queued' END,
        attempts = m.attempts - CASE WHEN new.mail_server = m.mail_server THEN 0 ELSE 1 END,
        next_attempt_at = CASE WHEN new.mail_server = m.mail_server THEN m.next_attempt_at ELSE now() END,
        lease_expires_at = CASE WHEN new.mail_server = m.mail_server THEN m.lease_expires_at END`,
      where: "m.state = 'sending' AND m.lease_token = $5::uuid",
      returning: "mail_server, state = 'queued' AS moved",
    },
    [token, "rewritten", null, JSON.stringify(data)],
  )
  return rewritten ?? null
}

/**
 * Writes a mail anew that waits for approval, and makes it due.
 *
 * @returns false when it waits no more, and nothing was changed
 */
export async function approveMail(
  dataSource: DataSource,
  mail: PreparedMail,
  userId: string,
  data: TimelineData,
): Promise<boolean> {
  const approved = await rewrite(
    dataSource,
    mail,
    {
      set: "state = 'queued', state_reason = NULL, state_detail = NULL, next_attempt_at = now()",
      where: "m.state = 'held' AND m.state_reason = $5",
      returning: "id",
    },
    ["awaiting-approval", "approved", userId, JSON.stringify(data)],
  )
  return approved.length === 1
}

interface Rewriting {
  set: string
  /** Who may write: $5. */
  where: string
  returning: string
}

async function rewrite<Row>(
  dataSource: DataSource,
  { row, content }: PreparedMail,
  { set, where, returning }: Rewriting,
  parameters: [guard: string, type: string, userId: string | null, data: string],
): Promise<Row[]> {
  if (content === null) throw new Error(`order mail ${row.id} was not written, so it cannot replace what stands`)
  const message = await packMessage(content)
  return dataSource.query<Row[]>(
    `WITH written AS (
       UPDATE order_mail m SET (${CONTENT_COLUMNS}) = (SELECT ${prefixed("new")}), ${set}, updated_at = now()
       FROM jsonb_populate_record(NULL::order_mail, $1::jsonb) new
       WHERE m.id = new.id AND ${where}
       RETURNING m.*
     ), stored AS (
       INSERT INTO order_mail_content (order_mail_id, message_gzip, sha256, size_bytes)
       SELECT id, $2::bytea, $3, $4 FROM written
       ON CONFLICT (order_mail_id) DO UPDATE SET message_gzip = excluded.message_gzip, sha256 = excluded.sha256,
         size_bytes = excluded.size_bytes, created_at = now()
     ), noted AS (
       INSERT INTO order_mail_timeline (order_mail_id, type, user_id, data)
       SELECT id, $6, $7, $8::jsonb FROM written
     )
     SELECT ${returning} FROM written`,
    [JSON.stringify(row), message.gzip, message.sha256, message.sizeBytes, ...parameters],
  )
}

function prefixed(table: string): string {
  return CONTENT_COLUMNS.split(",")
    .map((column) => `${table}.${column.trim()}`)
    .join(", ")
}
