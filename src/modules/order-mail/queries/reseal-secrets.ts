import type { DataSource, EntityManager } from "typeorm"
import type { DkimKey } from "../../../sender/dkim/key-ring"
import type { SecretBox, SecretPlace } from "../../../sender/secrets/secret-box"
import { OrderMailDomain } from "../entities/order-mail-domain.entity"
import { OrderMailShop } from "../entities/order-mail-shop.entity"
import { dkimKeyPlace, settingsSecretPlace } from "../secret-places"
import type { SenderFields } from "../settings/sender-fields"

const LOCK = { mode: "pessimistic_write" } as const

/**
 * Seals with the current key whatever an older one has sealed, so that an old key can be taken out of the options once
 * every process has started with the new one in front. Doing it again changes nothing.
 * @throws EncryptionKeyError when a key is missing that something is sealed with
 */
export async function resealSecrets(dataSource: DataSource, box: SecretBox): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await resealSettings(manager, box)
    await resealDkimKeys(manager, box)
  })
}

async function resealSettings(manager: EntityManager, box: SecretBox): Promise<void> {
  for (const row of await manager.find(OrderMailShop, { lock: LOCK })) {
    const { smtp, archive_mailbox } = row.fields as Partial<SenderFields>
    const fields = {
      ...row.fields,
      ...(smtp?.password && {
        smtp: { ...smtp, password: resealed(box, smtp.password, settingsSecretPlace(row.shop_id, "smtp_password")) },
      }),
      ...(archive_mailbox?.password && {
        archive_mailbox: {
          ...archive_mailbox,
          password: resealed(box, archive_mailbox.password, settingsSecretPlace(row.shop_id, "archive_password")),
        },
      }),
    }
    if (JSON.stringify(fields) === JSON.stringify(row.fields)) continue
    await manager.query("UPDATE order_mail_shop SET fields = $3 WHERE shop_id = $1 AND section = $2", [
      row.shop_id,
      row.section,
      JSON.stringify(fields),
    ])
  }
}

async function resealDkimKeys(manager: EntityManager, box: SecretBox): Promise<void> {
  for (const { domain, key_ring } of await manager.find(OrderMailDomain, { lock: LOCK })) {
    const reseal = <Key extends Pick<DkimKey, "selector" | "privateKey">>(key: Key): Key => ({
      ...key,
      privateKey: key.privateKey && resealed(box, key.privateKey, dkimKeyPlace(domain, key.selector)),
    })
    const { current, next, old } = key_ring
    const ring = { current: current && reseal(current), next: next && reseal(next), old: old.map(reseal) }
    if (JSON.stringify(ring) === JSON.stringify(key_ring)) continue
    await manager.query("UPDATE order_mail_domain SET key_ring = $2 WHERE domain = $1", [domain, JSON.stringify(ring)])
  }
}

function resealed(box: SecretBox, sealed: string, place: SecretPlace): string {
  return box.isOutdated(sealed) ? box.seal(box.open(sealed, place), place) : sealed
}
