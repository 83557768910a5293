import { z } from "@medusajs/framework/zod"
import { DEFAULT_COLORS } from "../../../rendering/default-colors"
import { MAIL_FONTS, type MailFont } from "../../../rendering/shared/font-stacks"
import type { SectionDefinition } from "./section-definition"

/** A picture of Medusa's File module. */
export interface HeaderImage {
  file_id: string
  url: string
  /** Pixels of the file. */
  width: number
  height: number
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

const color = z.string().regex(/^#[0-9a-f]{6}$/i, "takes a colour as #rrggbb, for example #1f4e79")
const line = z
  .string()
  .trim()
  .regex(/^\P{Cc}*$/u, "takes one line of text without control characters")

const input = z
  .strictObject({
    shop_name: line.min(1, "takes the name of the shop").max(75),
    shop_url: z.url({ protocol: /^https?$/, error: "takes an address that begins with https://" }).nullable(),
    header_image: z
      .strictObject({ file_id: z.string(), url: z.string(), width: z.number(), height: z.number() })
      .nullable(),
    logo_width: z.number().int().min(40).max(552),
    color_background: color,
    color_card: color,
    color_text: color,
    color_primary: color,
    color_button_text: color,
    font: z.enum(MAIL_FONTS, `takes one of ${MAIL_FONTS.join(", ")}`),
    corner_radius: z.number().int().min(0).max(24),
    legal_company: line.min(1).max(200).nullable(),
    legal_address: z.string().trim().min(1).max(500).nullable(),
    legal_register: line.min(1).max(200).nullable(),
    legal_vat_id: line.min(1).max(50).nullable(),
    footer_lines: z.array(line.max(200)).max(12),
  })
  .partial()

/** How the shop's mails look, and who signs them. */
export const brandingSection: SectionDefinition<BrandingFields> = {
  name: "branding",
  fields: BRANDING_FIELDS,
  input: input as z.ZodType<Partial<BrandingFields>>,
  base: ({ shop }) => ({
    shop_name: shop.name,
    shop_url: shop.url,
    header_image: null,
    logo_width: 180,
    color_background: DEFAULT_COLORS.background,
    color_card: DEFAULT_COLORS.card,
    color_text: DEFAULT_COLORS.text,
    color_primary: DEFAULT_COLORS.primary,
    color_button_text: DEFAULT_COLORS.buttonText,
    font: "system",
    corner_radius: 6,
    legal_company: null,
    legal_address: null,
    legal_register: null,
    legal_vat_id: null,
    footer_lines: shop.footerLines,
  }),
  shown: (value) => {
    if (value === null) return null
    if (Array.isArray(value)) return value.join("\n")
    return typeof value === "object" ? value.url : String(value)
  },
}
