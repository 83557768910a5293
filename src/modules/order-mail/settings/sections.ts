/** Sections whose fields are plain values: no secrets, nothing that has to be asked of anybody. */
export const PLAIN_SECTIONS = ["branding", "notifications", "bank", "wording", "texts", "dunning"] as const
export type PlainSection = (typeof PLAIN_SECTIONS)[number]

/** Parts of the settings that are read, saved and counted on their own. */
export type SettingsSection = "sender" | PlainSection

/** `revealed`: somebody looked at a secret. */
export type SettingsAction = "set" | "inherited" | "revealed"

/** The level whose settings all shops inherit; sales channels have ids of their own, which begin with `sc_`. */
export const STORE = "store"

/** Where a value comes from, the most general first. */
export type SettingOrigin = "options" | "store" | "shop"
