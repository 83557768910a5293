import type { DataSource } from "typeorm"
import { keyIdOf } from "../../../sender/secrets/secret-box"

/** Ids of the encryption keys that something stored is sealed with. Looks at the fields that hold secrets only. */
export async function findKeyIdsInUse(dataSource: DataSource): Promise<Set<string>> {
  const rows = await dataSource.query<{ sealed: string | null }[]>(`
    SELECT fields #>> '{smtp,password}' AS sealed FROM order_mail_shop
    UNION SELECT fields #>> '{archive_mailbox,password}' FROM order_mail_shop
    UNION SELECT jsonb_path_query(key_ring, '$.**.privateKey') #>> '{}' FROM order_mail_domain`)
  return new Set(rows.flatMap(({ sealed }) => (sealed === null ? [] : (keyIdOf(sealed) ?? []))))
}
