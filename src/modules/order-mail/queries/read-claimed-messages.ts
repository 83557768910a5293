import type { DataSource } from "typeorm"
import type { Envelope } from "../../../delivery/types"
import { envelopeOf } from "./claim-due-mails"
import type { Claim } from "./find-standing-mails"
import { unpackMessage } from "./pack-message"

interface ClaimedMessageRow {
  id: string
  return_path: string
  recipient: string
  archive_address: string | null
  message_gzip: Buffer
}

/** What claimed mails say and to whom, by their ids; of those whose claim stands no more, nothing. */
export async function readClaimedMessages(
  dataSource: DataSource,
  claims: readonly Claim[],
): Promise<Map<string, { envelope: Envelope; content: Buffer }>> {
  const rows = await dataSource.query<ClaimedMessageRow[]>(
    `SELECT mail.id, return_path, recipient, archive_address, message_gzip FROM order_mail mail
     JOIN unnest($1::text[], $2::uuid[]) AS claim (id, token) ON mail.id = claim.id
     JOIN order_mail_content ON order_mail_id = mail.id
     WHERE state = 'sending' AND lease_token = claim.token`,
    [claims.map(({ mailId }) => mailId), claims.map(({ token }) => token)],
  )
  const messages = new Map<string, { envelope: Envelope; content: Buffer }>()
  for (const row of rows) {
    const content = await unpackMessage(row.message_gzip)
    if (content) messages.set(row.id, { envelope: envelopeOf(row), content })
  }
  return messages
}
