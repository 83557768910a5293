import type { DataSource } from "typeorm"
import type { MailOccasion } from "../../../kinds/occasion"
import { MERCHANT_MAILS } from "../../../kinds/merchant-notice"

export interface WaitingMail {
  id: string
  kind: string
  occurrence: string
  /** Null in mails older than that column. */
  occasion: MailOccasion | null
}

/**
 * Mails to an order's customer that can still be taken back: no worker has them, and none of them is settled. What the
 * merchant is told of the order stays true.
 */
export async function findWaitingMails(dataSource: DataSource, orderId: string): Promise<WaitingMail[]> {
  return dataSource.query<WaitingMail[]>(
    `SELECT id, kind, occurrence, occasion FROM order_mail
     WHERE order_id = $1 AND state IN ('queued', 'deferred', 'held') AND kind <> ALL($2)`,
    [orderId, MERCHANT_MAILS],
  )
}
