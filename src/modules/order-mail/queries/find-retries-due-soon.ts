import type { DataSource } from "typeorm"
import { MERCHANT_MAILS } from "../../../kinds/merchant-notice"

/**
 * Orders with a mail to the customer that was tried before and is tried again soon. A mail on its first try is left out: it is minutes
 * old at most, and every order would be read twice.
 *
 * @returns at most `limit` order ids, those first whose mail is due first
 */
export async function findRetriesDueSoon(
  dataSource: DataSource,
  { withinSeconds, limit }: { withinSeconds: number; limit: number },
): Promise<string[]> {
  const rows = await dataSource.query<{ order_id: string }[]>(
    `SELECT order_id FROM (
       SELECT order_id, next_attempt_at FROM order_mail
       WHERE state = 'deferred' AND attempts > 0 AND next_attempt_at <= now() + make_interval(secs => $1)
         AND kind <> ALL($3)
       ORDER BY next_attempt_at, id
       LIMIT $2
     ) due GROUP BY order_id ORDER BY min(next_attempt_at)`,
    [withinSeconds, limit, MERCHANT_MAILS],
  )
  return rows.map((row) => row.order_id)
}
