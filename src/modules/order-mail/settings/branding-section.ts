import type { z } from "@medusajs/framework/zod"
import { DEFAULT_BRANDING } from "../../../rendering/default-branding"
import type { MailFont } from "../../../rendering/shared/font-stacks"
import { brandingInput } from "./branding-input"
import { isProven } from "./header-image-proof"
import { SettingRefused, type SectionDefinition } from "./section-definition"

/** A picture that was checked and uploaded here. */
export interface HeaderImage {
  /** Of Medusa's File module. */
  file_id: string
  url: string
  /** Pixels of the file. */
  width: number
  height: number
  /** See header-image-proof.ts. */
  proof: string
}

/** The fields of the section "Branding"; null is a value, a missing field is inherited. */
export interface BrandingFields {
  shop_name: string
  shop_url: string | null
  /** Null: the shop's name as text. */
  header_image: HeaderImage | null
  /** CSS pixels. */
  logo_width: number
  color_background: string
  color_card: string
  color_text: string
  color_primary: string
  color_button_text: string
  font: MailFont
  /** CSS pixels. */
  corner_radius: number
  legal_company: string | null
  legal_address: string | null
  legal_register: string | null
  legal_vat_id: string | null
  footer_lines: string[]
}

const BRANDING_FIELDS = [
  "shop_name",
  "shop_url",
  "header_image",
  "logo_width",
  "color_background",
  "color_card",
  "color_text",
  "color_primary",
  "color_button_text",
  "font",
  "corner_radius",
  "legal_company",
  "legal_address",
  "legal_register",
  "legal_vat_id",
  "footer_lines",
] as const satisfies (keyof BrandingFields)[]

/** How the shop's mails look, and who signs them. */
export const brandingSection: SectionDefinition<BrandingFields> = {
  name: "branding",
  fields: BRANDING_FIELDS,
  input: brandingInput as z.ZodType<Partial<BrandingFields>>,
  base: ({ shop }) => ({
    shop_name: shop.name,
    shop_url: shop.url,
    header_image: null,
    logo_width: DEFAULT_BRANDING.logoWidth,
    color_background: DEFAULT_BRANDING.colors.background,
    color_card: DEFAULT_BRANDING.colors.card,
    color_text: DEFAULT_BRANDING.colors.text,
    color_primary: DEFAULT_BRANDING.colors.primary,
    color_button_text: DEFAULT_BRANDING.colors.buttonText,
    font: DEFAULT_BRANDING.font,
    corner_radius: DEFAULT_BRANDING.cornerRadius,
    legal_company: null,
    legal_address: null,
    legal_register: null,
    legal_vat_id: null,
    footer_lines: shop.footerLines,
  }),
  verify: ({ header_image }, { secret }) => {
    if (header_image && !isProven(header_image, secret))
      throw new SettingRefused("header_image", "takes a picture as its upload here gave it; upload it again")
  },
  shown: (value) => {
    if (value === null) return null
    if (Array.isArray(value)) return value.join("\n")
    return typeof value === "object" ? value.url : String(value)
  },
}
