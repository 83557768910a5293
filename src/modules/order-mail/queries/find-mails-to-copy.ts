import type { DataSource } from "typeorm"
import { MERCHANT_COPY } from "../../../kinds/merchant-notice"
import type { SentMail } from "../../../sender/prepare-merchant-copy"

export interface MailToCopy extends SentMail {
  order_id: string
}

/**
 * Reminders that were sent, whose step asks for a copy and that nobody has a copy of. A copy that could not be made for a
 * week is given up: the order is gone, or the shop has no address.
 *
 * @returns at most `limit`, the oldest first
 */
export async function findMailsToCopy(dataSource: DataSource, limit: number): Promise<MailToCopy[]> {
  return dataSource.query<MailToCopy[]>(
    `SELECT id, order_id, kind, recipient, language, occasion, basis, sent_at FROM order_mail m
     WHERE occasion #>> '{demand,copyToMerchant}' = 'true' AND sent_at > now() - interval '7 days'
       AND basis IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM order_mail copy
         WHERE copy.order_id = m.order_id AND copy.kind = $2 AND copy.occurrence = 'copy-' || m.id)
     ORDER BY sent_at, id
     LIMIT $1`,
    [limit, MERCHANT_COPY],
  )
}
