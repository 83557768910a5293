import { Client } from "pg"

/**
 * Product pictures are stored with the shop's address in front. When the shop runs on another port than before, the
 * stored addresses have to follow. There is no command for this in Medusa, hence the SQL.
 */
export async function movePictures(databaseUrl: string, from: string, to: string): Promise<void> {
  if (from === to) return
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (const [table, column] of [
      ["product", "thumbnail"],
      ["image", "url"],
      ["order_line_item", "thumbnail"],
    ]) {
      await client.query(
        `UPDATE "${table}" SET "${column}" = replace("${column}", $1, $2) WHERE "${column}" LIKE $1 || '%'`,
        [`${from}/`, `${to}/`],
      )
    }
  } finally {
    await client.end()
  }
}
