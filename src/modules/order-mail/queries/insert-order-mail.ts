import type { DataSource } from "typeorm"
import type { PreparedMail } from "../../../sender/prepared-mail"
import { noticesOfMails } from "./note-merchant-notice"
import { notifyDueMails } from "./notify-due-mails"
import { packMessage } from "./pack-message"

export interface QueueEntry {
  /** What asked for the mail: an event's name, "sweep", or "user". */
  cause: string
  userId: string | null
}

const ROW_COLUMNS = `id, order_id, order_number, shop_id, shop_name, kind, level, occurrence, idempotency_key, state,
  state_reason, state_detail, recipient, recipient_name, language, sender_identity, sender_reason, from_address,
  from_name, reply_to, return_path, subject, message_id, currency_code, amount_open, resend_of,
  archive_address, suggested_recipient, mail_server, payable_until, occasion, basis`

/**
 * Stores a mail, see {@link storeOrderMail}, and wakes the workers.
 *
 * @returns the id of the row that now stands for the key, and whether this call made it
 */
export async function insertOrderMail(
  dataSource: DataSource,
  mail: PreparedMail,
  entry: QueueEntry,
): Promise<StoredOrderMail> {
  const stored = await storeOrderMail(dataSource, mail, entry)
  if (stored.created && mail.row.state === "queued") notifyDueMails(dataSource, mail.row.mail_server)
  return stored
}

export interface StoredOrderMail {
  id: string
  created: boolean
}

/**
 * Stores a mail with its bytes and the first entry of its timeline in one statement. One that has failed already is
 * noted for the merchant, in the same statement. A mail with the same idempotency key is left as it is.
 *
 * @param executor the DataSource, or a transaction; the workers are to be woken when that is committed
 * @returns the id of the row that now stands for the key, and whether this call made it
 */
export async function storeOrderMail(
  executor: Pick<DataSource, "query">,
  mail: PreparedMail,
  entry: QueueEntry,
): Promise<StoredOrderMail> {
  const message = mail.content && (await packMessage(mail.content))
  const [inserted] = await executor.query<{ id: string }[]>(
    `WITH mail AS (
       INSERT INTO order_mail (${ROW_COLUMNS}, next_attempt_at)
       SELECT ${ROW_COLUMNS}, CASE WHEN state = 'queued' THEN now() END
       FROM jsonb_populate_record(NULL::order_mail, $1::jsonb)
       ON CONFLICT (idempotency_key) DO NOTHING
       RETURNING *
     ), content AS (
       INSERT INTO order_mail_content (order_mail_id, message_gzip, sha256, size_bytes)
       SELECT id, $2::bytea, $3, $4 FROM mail WHERE $2::bytea IS NOT NULL
     ), noted AS (
       INSERT INTO order_mail_timeline (order_mail_id, type, user_id, reason, data)
       SELECT id, state, $5, state_reason,
         jsonb_strip_nulls(jsonb_build_object('cause', $6::text, 'detail', state_detail, 'resend_of', $7::text))
       FROM mail
     ), told AS (${noticesOfMails("mail-failed", "mail")}
     )
     SELECT id FROM mail`,
    [
      JSON.stringify(mail.row),
      message?.gzip ?? null,
      message?.sha256 ?? null,
      message?.sizeBytes ?? null,
      entry.userId,
      entry.cause,
      mail.row.resend_of,
    ],
  )
  if (inserted) return { id: inserted.id, created: true }
  const [standing] = await executor.query<{ id: string }[]>("SELECT id FROM order_mail WHERE idempotency_key = $1", [
    mail.row.idempotency_key,
  ])
  if (!standing) throw new Error(`order mail ${mail.row.idempotency_key} was removed while it was stored again`)
  return { id: standing.id, created: false }
}
