import type { DataSource } from "typeorm"
import { checkKeys, missingKey, type EncryptionKey, type KeyCheckValue } from "../../../sender/secrets/encryption-key"
import { findKeyIdsInUse } from "./find-key-ids-in-use"

/**
 * Compares the keys of the options with those that something stored is sealed with, remembers new ones and forgets those
 * that nothing is sealed with any more.
 *
 * @throws EncryptionKeyError that names the key's id when it is missing or another one
 */
export async function rememberEncryptionKeys(dataSource: DataSource, keys: readonly EncryptionKey[]): Promise<void> {
  const inUse = [...(await findKeyIdsInUse(dataSource))]
  const stored = await dataSource.query<KeyCheckValue[]>(
    'SELECT key_id AS "keyId", check_value AS "checkValue" FROM order_mail_encryption_key WHERE key_id = ANY ($1)',
    [inUse],
  )
  const isGiven = new Set(keys.map(({ id }) => id))
  const missing = inUse.find((id) => !isGiven.has(id))
  if (missing !== undefined) throw missingKey(missing)
  const added = checkKeys(stored, keys)
  await dataSource.query("DELETE FROM order_mail_encryption_key WHERE key_id <> ALL ($1)", [inUse])
  for (const { keyId, checkValue } of added)
    await dataSource.query(
      "INSERT INTO order_mail_encryption_key (key_id, check_value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
      [keyId, checkValue],
    )
}

/** Whether the tables are there; a database that was not migrated yet has nothing sealed. */
export async function isMigrated(dataSource: DataSource): Promise<boolean> {
  const [table] = await dataSource.query<{ name: string | null }[]>(
    "SELECT to_regclass('order_mail_shop')::text AS name",
  )
  return Boolean(table?.name)
}
