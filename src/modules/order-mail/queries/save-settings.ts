import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource, EntityManager } from "typeorm"
import { OrderMailShop } from "../entities/order-mail-shop.entity"
import type { SettingsAction, SettingsSection } from "../settings/sections"
import { SETTINGS_CHANNEL } from "./settings-channel"

export interface SettingsPlace {
  shopId: string
  section: SettingsSection
}

/** An entry of the settings log. */
export interface SettingsNote {
  action: SettingsAction
  field: string
  /** As they may be shown: without secrets. */
  was: string | null
  is: string | null
}

/**
 * Changes what one level sets, notes every change in the log and tells all machines, in one transaction.
 *
 * @param version as the user has read it
 * @param change gets what is set now, and returns what is to be set; what it throws leaves everything as it was
 * @throws MedusaError CONFLICT when somebody saved in between
 */
export async function saveSettings<T extends object>(
  source: DataSource | EntityManager,
  { shopId, section }: SettingsPlace,
  version: number,
  userId: string | null,
  change: (fields: Partial<T>) => { fields: Partial<T>; notes: SettingsNote[] },
): Promise<void> {
  await source.transaction(async (manager) => {
    await manager.query(
      "INSERT INTO order_mail_shop (shop_id, section) VALUES ($1, $2) ON CONFLICT (shop_id, section) DO NOTHING",
      [shopId, section],
    )
    const row = await manager.findOneOrFail(OrderMailShop, {
      where: { shop_id: shopId, section },
      lock: { mode: "pessimistic_write" },
    })
    if (row.version !== version)
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        `these settings were saved by somebody else meanwhile (version ${row.version}, yours is ${version}): read them again and repeat your change`,
      )
    const { fields, notes } = change(row.fields as Partial<T>)
    await manager.query(
      `UPDATE order_mail_shop SET fields = $3, version = version + 1, updated_at = now()
       WHERE shop_id = $1 AND section = $2`,
      [shopId, section, JSON.stringify(fields)],
    )
    await noteSettingsChanges(manager, { shopId, section }, userId, notes)
    await manager.query("SELECT pg_notify($1, $2)", [SETTINGS_CHANNEL, shopId])
  })
}

/** Adds to the log. */
export async function noteSettingsChanges(
  source: DataSource | EntityManager,
  { shopId, section }: SettingsPlace,
  userId: string | null,
  notes: SettingsNote[],
): Promise<void> {
  for (const { action, field, was, is } of notes)
    await source.query(
      `INSERT INTO order_mail_settings_change (user_id, shop_id, section, action, field, was, "is")
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [userId, shopId, section, action, field, was, is],
    )
}
