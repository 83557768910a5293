import type { DataSource } from "typeorm"
import { needsAttention } from "./needs-attention"

/** How many mails need the merchant; a list filtered by `attention` shows exactly these. */
export async function countTroubledMails(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<{ count: string }[]>(
    `SELECT count(*) FROM order_mail mail WHERE ${needsAttention("mail")}`,
  )
  return Number(row?.count)
}
