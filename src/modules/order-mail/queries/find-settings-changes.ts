import type { DataSource } from "typeorm"
import { OrderMailSettingsChange } from "../entities/order-mail-settings-change.entity"
import type { SettingsPlace } from "./save-settings"

/**
 * The log of one level and section, newest first, and how many entries it has.
 * @param field null: of every field
 */
export async function findSettingsChanges(
  dataSource: DataSource,
  { shopId, section }: SettingsPlace,
  { field, limit, offset }: { field: string | null; limit: number; offset: number },
): Promise<[OrderMailSettingsChange[], number]> {
  return dataSource.getRepository(OrderMailSettingsChange).findAndCount({
    where: { shop_id: shopId, section, ...(field === null ? {} : { field }) },
    order: { id: "DESC" },
    take: limit,
    skip: offset,
  })
}
