import type { DataSource } from "typeorm"
import { SETTINGS_CHANNEL } from "./settings-channel"

/** Removes everything a shop has set, its secrets with it, and tells all machines. */
export async function forgetSettings(dataSource: DataSource, shopId: string): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query("DELETE FROM order_mail_shop WHERE shop_id = $1", [shopId])
    await manager.query("SELECT pg_notify($1, $2)", [SETTINGS_CHANNEL, shopId])
  })
}
