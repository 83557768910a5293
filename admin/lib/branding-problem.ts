import type { AdminBrandingFields } from "../../src/api/settings-types"
import { isHexColor } from "../../src/rendering/shared/palette"
import { isVatId } from "../../src/rendering/shared/vat-id"
import type { BrandingField } from "./branding-fields"

/** What can be wrong with what is typed; each has a sentence in the locale files. */
export const BRANDING_PROBLEMS = [
  "nameMissing",
  "nameTooLong",
  "lineTooLong",
  "colorInvalid",
  "logoWidthInvalid",
  "cornerRadiusInvalid",
  "urlInvalid",
  "addressTooLong",
  "vatIdInvalid",
  "tooManyLines",
] as const
export type BrandingProblem = (typeof BRANDING_PROBLEMS)[number]

/** Of what the server takes; see src/modules/order-mail/settings/branding-input.ts. */
const LONGEST = { name: 75, line: 200, address: 500, addressLines: 8, footerLines: 12 }

const filled = (lines: readonly string[]) => lines.filter((line) => line.trim() !== "")
const isWhole = (value: number, from: number, to: number) => Number.isInteger(value) && value >= from && value <= to
const unless = (isFine: boolean, problem: BrandingProblem) => (isFine ? null : problem)
const color = (value: string) => unless(isHexColor(value.trim()), "colorInvalid")
const line = (value: string | null) => unless((value ?? "").trim().length <= LONGEST.line, "lineTooLong")

const CHECKS: { [F in BrandingField]?: (value: AdminBrandingFields[F]) => BrandingProblem | null } = {
  shop_name: (value) => {
    if (value.trim() === "") return "nameMissing"
    return unless(value.trim().length <= LONGEST.name, "nameTooLong")
  },
  shop_url: (value) => unless(value === null || isWebAddress(value.trim()), "urlInvalid"),
  logo_width: (value) => unless(isWhole(value, 40, 552), "logoWidthInvalid"),
  corner_radius: (value) => unless(isWhole(value, 0, 24), "cornerRadiusInvalid"),
  color_background: color,
  color_card: color,
  color_text: color,
  color_primary: color,
  color_button_text: color,
  legal_company: line,
  legal_register: line,
  legal_vat_id: (value) => unless(!value?.trim() || isVatId(value), "vatIdInvalid"),
  legal_address: (value) =>
    unless(
      (value ?? "").length <= LONGEST.address && filled((value ?? "").split("\n")).length <= LONGEST.addressLines,
      "addressTooLong",
    ),
  footer_lines: (lines) => {
    if (filled(lines).length > LONGEST.footerLines) return "tooManyLines"
    return lines.map(line).find((problem) => problem !== null) ?? null
  },
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, username, password } = new URL(address)
  return ["http:", "https:"].includes(protocol) && username === "" && password === ""
}

/** What is wrong with a field as far as a browser can tell. The server decides. */
export const brandingProblem = <F extends BrandingField>(
  field: F,
  value: AdminBrandingFields[F],
): BrandingProblem | null => CHECKS[field]?.(value) ?? null

/** What of a draft the server can be asked to preview. */
export const previewable = (values: Partial<AdminBrandingFields>): Partial<AdminBrandingFields> =>
  Object.fromEntries(
    (Object.keys(values) as BrandingField[]).flatMap((field) => {
      const value = values[field]
      return value === undefined || brandingProblem(field, value) ? [] : [[field, value]]
    }),
  )
