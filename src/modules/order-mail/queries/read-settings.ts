import type { DataSource, EntityManager } from "typeorm"
import { In } from "typeorm"
import { OrderMailShop } from "../entities/order-mail-shop.entity"
import type { SettingsSection } from "../settings/sections"

/** What one level sets in a section. */
export interface StoredSettings<T> {
  fields: Partial<T>
  /** 0 when nothing was ever saved. */
  version: number
}

/** Reads several levels of a section at once; a level that was never saved sets nothing. */
export async function readSettings<T>(
  source: DataSource | EntityManager,
  section: SettingsSection,
  shopIds: string[],
): Promise<Map<string, StoredSettings<T>>> {
  const rows = await source.getRepository(OrderMailShop).findBy({ section, shop_id: In(shopIds) })
  const stored = new Map(rows.map((row) => [row.shop_id, row]))
  return new Map(
    shopIds.map((id) => {
      const row = stored.get(id)
      return [id, { fields: (row?.fields ?? {}) as Partial<T>, version: row?.version ?? 0 }]
    }),
  )
}

/** Every level at which something is set. */
export async function listSettings<T>(
  dataSource: DataSource,
  section: SettingsSection,
): Promise<(StoredSettings<T> & { shopId: string })[]> {
  const rows = await dataSource.getRepository(OrderMailShop).find({ where: { section }, order: { shop_id: "ASC" } })
  return rows.map((row) => ({ shopId: row.shop_id, fields: row.fields as Partial<T>, version: row.version }))
}
