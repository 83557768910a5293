import type { DataSource } from "typeorm"
import { OrderMailSettingsChange } from "../entities/order-mail-settings-change.entity"
import type { SettingsPlace } from "./save-settings"

/** The log of one level and section, newest first, and how many entries it has. */
export async function findSettingsChanges(
  dataSource: DataSource,
  { shopId, section }: SettingsPlace,
  { limit, offset }: { limit: number; offset: number },
): Promise<[OrderMailSettingsChange[], number]> {
  return dataSource.getRepository(OrderMailSettingsChange).findAndCount({
    where: { shop_id: shopId, section },
    order: { id: "DESC" },
    take: limit,
    skip: offset,
  })
}
