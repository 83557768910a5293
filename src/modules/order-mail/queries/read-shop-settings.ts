import { In, type DataSource } from "typeorm"
import { OrderMailShop } from "../entities/order-mail-shop.entity"
import type { SettingsSection } from "../settings/sections"
import type { StoredSettings } from "./read-settings"

/** Everything that some levels set, in every section, in one query. */
export async function readShopSettings(
  dataSource: DataSource,
  shopIds: string[],
): Promise<(StoredSettings<Record<string, unknown>> & { shopId: string; section: SettingsSection })[]> {
  const rows = await dataSource.getRepository(OrderMailShop).findBy({ shop_id: In(shopIds) })
  return rows.map(({ shop_id, section, fields, version }) => ({
    shopId: shop_id,
    section: section as SettingsSection,
    fields,
    version,
  }))
}
