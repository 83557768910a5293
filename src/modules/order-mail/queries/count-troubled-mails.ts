import type { DataSource } from "typeorm"

/** How many mails need the merchant: failed, held, bounced or complained about, and not sent again since. */
export async function countTroubledMails(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<{ count: string }[]>(
    `SELECT count(*) FROM order_mail m
     WHERE state IN ('failed', 'held', 'bounced', 'complained')
       AND NOT EXISTS (SELECT 1 FROM order_mail again WHERE again.resend_of = m.id)`,
  )
  return Number(row?.count)
}
