import type { DataSource } from "typeorm"

/**
 * Keys of the mail servers that mails wait for. Jumps from one key to the next in the index of what is due, so that a
 * million waiting mails cost no more than one.
 */
export async function findAwaitedServers(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ mail_server: string }[]>(
    `WITH RECURSIVE awaited AS (
       (SELECT mail_server FROM order_mail WHERE state IN ('queued', 'deferred') ORDER BY mail_server LIMIT 1)
       UNION ALL
       SELECT (
         SELECT mail_server FROM order_mail
         WHERE state IN ('queued', 'deferred') AND mail_server > awaited.mail_server
         ORDER BY mail_server LIMIT 1
       ) FROM awaited WHERE awaited.mail_server IS NOT NULL
     )
     SELECT mail_server FROM awaited WHERE mail_server IS NOT NULL`,
  )
  return rows.map((row) => row.mail_server)
}
