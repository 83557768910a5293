import type { DataSource } from "typeorm"
import type { MailBasis } from "../../../kinds/mail-basis"
import type { MailOccasion } from "../../../kinds/occasion"
import type { MailState, StateReason } from "../../../kinds/state-reasons"

/** A mail that is written and has not left, with what it rests on. */
export interface StandingMail {
  id: string
  order_id: string | null
  kind: string
  level: number | null
  occurrence: string
  state: MailState
  state_reason: StateReason | null
  recipient: string | null
  resend_of: string | null
  mail_server: string
  attempts: number
  currency_code: string | null
  amount_open: string | null
  /** Null in mails to the merchant, and in those older than that column. */
  occasion: MailOccasion | null
  basis: MailBasis | null
  /** A person asked for it, or approved of it. */
  wanted_by_user: boolean
}

/** A claim of a worker, by its fencing token. */
export interface Claim {
  mailId: string
  token: string
}

const COLUMNS = `mail.id, order_id, kind, level, occurrence, state, state_reason, recipient, resend_of, mail_server, attempts,
  currency_code, amount_open, occasion, basis,
  EXISTS (SELECT 1 FROM order_mail_timeline entry
    WHERE entry.order_mail_id = mail.id AND entry.type IN ('queued', 'approved') AND entry.user_id IS NOT NULL
  ) AS wanted_by_user`

/** Those of the claimed mails whose claim still stands. */
export async function findClaimedMails(dataSource: DataSource, claims: readonly Claim[]): Promise<StandingMail[]> {
  return dataSource.query<StandingMail[]>(
    `SELECT ${COLUMNS} FROM order_mail mail
     JOIN unnest($1::text[], $2::uuid[]) AS claim (id, token) ON mail.id = claim.id
     WHERE state = 'sending' AND lease_token = claim.token`,
    [claims.map(({ mailId }) => mailId), claims.map(({ token }) => token)],
  )
}

/** Those of the mails that wait for approval. */
export async function findMailsAwaitingApproval(
  dataSource: DataSource,
  mailIds: readonly string[],
): Promise<StandingMail[]> {
  return dataSource.query<StandingMail[]>(
    `SELECT ${COLUMNS} FROM order_mail mail
     WHERE id = ANY($1) AND state = 'held' AND state_reason = 'awaiting-approval'`,
    [mailIds],
  )
}
