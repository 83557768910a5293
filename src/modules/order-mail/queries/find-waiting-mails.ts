import type { DataSource } from "typeorm"

export interface WaitingMail {
  id: string
  kind: string
  occurrence: string
}

/** Mails of an order that can still be taken back: no worker has them, and none of them is settled. */
export async function findWaitingMails(dataSource: DataSource, orderId: string): Promise<WaitingMail[]> {
  return dataSource.query<WaitingMail[]>(
    `SELECT id, kind, occurrence FROM order_mail
     WHERE order_id = $1 AND state IN ('queued', 'deferred', 'held')`,
    [orderId],
  )
}
