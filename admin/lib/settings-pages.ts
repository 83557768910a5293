import type { SectionName } from "./section-names"

const ROOT = "/settings/order-mails"

/** The pages of the settings, in the order of their links; named for the section that each begins with. */
export const SETTINGS_PAGES = [
  { section: "sender", path: ROOT },
  { section: "branding", path: `${ROOT}/branding` },
  { section: "notifications", path: `${ROOT}/notifications` },
  { section: "texts", path: `${ROOT}/texts` },
  { section: "bank", path: `${ROOT}/bank` },
  { section: "dunning", path: `${ROOT}/dunning` },
] as const satisfies readonly { section: SectionName; path: string }[]

export type SettingsPage = (typeof SETTINGS_PAGES)[number]["section"]
