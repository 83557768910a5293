import { In, type DataSource } from "typeorm"
import { OrderMailShop } from "../entities/order-mail-shop.entity"
import type { SettingsSection } from "../settings/sections"
import type { StoredSettings } from "./read-settings"

type StoredSection = StoredSettings<Record<string, unknown>> & { shopId: string; section: SettingsSection }

/** Everything that some levels set, in every section, in one query. */
export async function readShopSettings(dataSource: DataSource, shopIds: string[]): Promise<StoredSection[]> {
  return (await dataSource.getRepository(OrderMailShop).findBy({ shop_id: In(shopIds) })).map(toStored)
}

/** Everything that every level sets, in every section. */
export async function listShopSettings(dataSource: DataSource): Promise<StoredSection[]> {
  const order = { shop_id: "ASC", section: "ASC" } as const
  return (await dataSource.getRepository(OrderMailShop).find({ order })).map(toStored)
}

function toStored({ shop_id, section, fields, version }: OrderMailShop): StoredSection {
  return { shopId: shop_id, section: section as SettingsSection, fields, version }
}
