import type { DataSource } from "typeorm"
import type { OrderMail } from "../entities/order-mail.entity"

/**
 * The same mails, without the suggestions that somebody has dealt with: the mail was sent again, to whatever address,
 * or another one of its order and kind went to the address that was meant. A repetition that was canceled settles nothing.
 *
 * One query however many mails there are, and none where nothing was suggested.
 */
export async function dropSettledSuggestions(dataSource: DataSource, mails: OrderMail[]): Promise<OrderMail[]> {
  const marked = mails.filter((mail) => mail.suggested_recipient !== null).map(({ id }) => id)
  if (marked.length === 0) return mails
  const settled = await dataSource.query<{ id: string }[]>(
    `SELECT mail.id FROM order_mail mail
     WHERE mail.id = ANY($1) AND EXISTS (
       SELECT 1 FROM order_mail later
       WHERE later.order_id = mail.order_id AND later.state <> 'canceled'
         AND (later.resend_of = mail.id
           OR (later.kind = mail.kind AND later.created_at > mail.created_at
             AND lower(later.recipient) = lower(mail.suggested_recipient))))`,
    [marked],
  )
  const ids = new Set(settled.map(({ id }) => id))
  return mails.map((mail) => (ids.has(mail.id) ? { ...mail, suggested_recipient: null } : mail))
}
