import type { DataSource } from "typeorm"

/** @returns those of the keys that a notice has */
export async function findNotedKeys(dataSource: DataSource, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await dataSource.query<{ dedupe_key: string }[]>(
    "SELECT dedupe_key FROM order_mail_notice WHERE dedupe_key = ANY($1)",
    [keys],
  )
  return new Set(rows.map((row) => row.dedupe_key))
}
