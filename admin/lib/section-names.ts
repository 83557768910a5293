import type { AdminSettingsSection } from "../../src/api/settings-types"

/** Every section of the settings; complete by its type. */
const SECTIONS: Record<AdminSettingsSection | "sender", true> = {
  sender: true,
  branding: true,
  notifications: true,
  texts: true,
  wording: true,
  bank: true,
  dunning: true,
}
export type SectionName = keyof typeof SECTIONS
export const SECTION_NAMES = Object.keys(SECTIONS) as SectionName[]
