import type { AdminSetting } from "../../src/api/sender-settings-types"
import type { ShopId } from "./shop-id"

/** Where settings are made: for one shop, or for the whole store, which shops inherit from. */
export type SettingsLevel = "shop" | "store"
export const levelOf = (shopId: ShopId): SettingsLevel => (shopId === null ? "store" : "shop")

/** Whether the value is set at this level and not inherited. */
export const isOwn = ({ origin }: AdminSetting<unknown>, level: SettingsLevel): boolean => origin === level
