import type { DataSource } from "typeorm"

/** By then no event arrives again that could be noted twice. */
const KEPT_DAYS = 30
const BATCH = 1_000

/** Removes what the merchant was told long ago; the mails that say it stay. */
export async function forgetSettledNotices(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `DELETE FROM order_mail_notice WHERE id IN (
       SELECT id FROM order_mail_notice
       WHERE settled_at < now() - make_interval(days => $1)
       LIMIT $2
       FOR UPDATE SKIP LOCKED)`,
    [KEPT_DAYS, BATCH],
  )
}
