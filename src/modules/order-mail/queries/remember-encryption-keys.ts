import type { DataSource } from "typeorm"
import { checkKeys, type EncryptionKey, type KeyCheckValue } from "../../../sender/secrets/encryption-key"

/**
 * Compares the keys of the options with those that sealed what is stored, and remembers new ones. A database that was
 * not migrated yet has nothing sealed.
 *
 * @throws EncryptionKeyError that names the key's id when it is missing or another one
 */
export async function rememberEncryptionKeys(dataSource: DataSource, keys: readonly EncryptionKey[]): Promise<void> {
  const [table] = await dataSource.query<{ name: string | null }[]>(
    "SELECT to_regclass('order_mail_encryption_key')::text AS name",
  )
  if (!table?.name) return
  const known = await dataSource.query<KeyCheckValue[]>(
    'SELECT key_id AS "keyId", check_value AS "checkValue" FROM order_mail_encryption_key',
  )
  for (const { keyId, checkValue } of checkKeys(known, keys))
    await dataSource.query(
      "INSERT INTO order_mail_encryption_key (key_id, check_value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
      [keyId, checkValue],
    )
}
