import type { AdminBrandingFields } from "../../src/api/settings-types"
import type { SectionSettings } from "./section-draft"

export type Branding = SectionSettings<"branding">
export type BrandingField = keyof AdminBrandingFields

export const COLOR_FIELDS = [
  "color_background",
  "color_card",
  "color_text",
  "color_primary",
  "color_button_text",
] as const satisfies readonly BrandingField[]
export type ColorField = (typeof COLOR_FIELDS)[number]

/** The cards of the page, each with a form of its own, and their fields in order. */
export const BRANDING_CARDS = {
  header: ["shop_name", "header_image", "logo_width"],
  look: [...COLOR_FIELDS, "font", "corner_radius"],
  footer: ["shop_url", "legal_company", "legal_address", "legal_register", "legal_vat_id", "footer_lines"],
} as const satisfies Record<string, readonly BrandingField[]>

export type BrandingCard = keyof typeof BRANDING_CARDS
export const BRANDING_CARD_NAMES = Object.keys(BRANDING_CARDS) as BrandingCard[]

/** Fields with a sentence for "nothing". */
export const EMPTY_BRANDING = ["shop_url", "header_image"] as const satisfies readonly BrandingField[]

/** Fields with a sentence below them. */
export const HINTED_BRANDING = [
  "shop_name",
  "header_image",
  "logo_width",
  "color_background",
  "color_card",
  "color_text",
  "color_primary",
  "color_button_text",
  "font",
  "corner_radius",
  "shop_url",
  "legal_address",
  "legal_register",
  "legal_vat_id",
  "footer_lines",
] as const satisfies readonly BrandingField[]
