import type { AdminSetting } from "../../src/api/sender-settings-types"
import { isOwn, type SettingsLevel } from "./settings-level"

/** Where a value comes from, as seen from the shop that is looked at; `own`: it is set right there. */
export const ORIGINS = ["own", "store", "options"] as const
export type OriginSeen = (typeof ORIGINS)[number]

export const originSeen = (setting: AdminSetting<unknown>, level: SettingsLevel): OriginSeen =>
  isOwn(setting, level) ? "own" : inheritedFrom(setting)

/** Where it would come from if it were not set here. */
export const inheritedFrom = ({ inherited }: AdminSetting<unknown>): OriginSeen =>
  inherited.origin === "store" ? "store" : "options"
