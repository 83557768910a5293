import { bankSection, type BankFields } from "./bank-section"
import { brandingSection, type BrandingFields } from "./branding-section"
import { dunningSection, type DunningFields } from "./dunning-section"
import { notificationsSection, type NotificationFields } from "./notifications-section"
import type { SectionDefinition } from "./section-definition"
import type { PlainSection } from "./sections"
import { textsSection, type TextFields } from "./texts-section"
import { wordingSection, type WordingFields } from "./wording-section"

/** What the fields of each section hold. */
export interface SectionFields {
  branding: BrandingFields
  notifications: NotificationFields
  bank: BankFields
  wording: WordingFields
  texts: TextFields
  dunning: DunningFields
}

/** Every section of plain values. */
export const SECTIONS: { readonly [Section in PlainSection]: SectionDefinition<SectionFields[Section]> } = {
  branding: brandingSection,
  notifications: notificationsSection,
  bank: bankSection,
  wording: wordingSection,
  texts: textsSection,
  dunning: dunningSection,
}
