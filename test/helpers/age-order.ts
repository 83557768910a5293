import type { DataSource } from "typeorm"

/** Makes an order and its mails so many days older, and lets the shop read it again: what is planned for it is of today. */
export async function ageOrder(database: DataSource, orderId: string, days: number): Promise<void> {
  await database.query(
    "UPDATE order_mail_installation SET installed_at = least(installed_at, now() - interval '90 days')",
  )
  await database.query(`UPDATE "order" SET created_at = created_at - make_interval(days => $2::int) WHERE id = $1`, [
    orderId,
    days,
  ])
  await database.query(
    `UPDATE order_mail SET created_at = created_at - make_interval(days => $2::int),
       sent_at = sent_at - make_interval(days => $2::int), payable_until = payable_until - $2::int
     WHERE order_id = $1`,
    [orderId, days],
  )
  // Read longest ago, so that it is read again.
  await database.query("UPDATE order_mail_dunning_case SET read_at = '2020-01-01' WHERE order_id = $1", [orderId])
}
