import { useTranslation } from "react-i18next"
import type { AdminBrandingFields, AdminHeaderImage } from "../../src/api/settings-types"
import { isHexColor } from "../../src/rendering/shared/palette"
import { MAIL_FONTS } from "../../src/rendering/shared/font-stacks"
import { useFontName } from "../hooks/use-font-name"
import { type BrandingField, EMPTY_BRANDING } from "../lib/branding-fields"
import { isOneOf } from "../lib/setting-names"

interface BrandingValueProps {
  field: BrandingField
  value: AdminBrandingFields[BrandingField]
}

/** What is set, as people read it: a colour has its swatch, a picture is shown. */
export const BrandingValue = ({ field, value }: BrandingValueProps) => {
  const { t } = useTranslation("orderMail")
  const fontName = useFontName()
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0))
    return isOneOf(EMPTY_BRANDING, field) ? t(`brandingEmpty.${field}`) : "-"
  if (Array.isArray(value)) return value.join("\n")
  if (typeof value === "object") return <HeaderImage image={value} />
  if (typeof value === "number") return t("branding.pixels", { value })
  if (field === "font" && isOneOf(MAIL_FONTS, value)) return fontName(value)
  if (isHexColor(value)) return <Color hex={value} />
  return value
}

const Color = ({ hex }: { hex: string }) => (
  <span className="flex items-center gap-x-2">
    <span aria-hidden className="border-ui-border-strong size-4 shrink-0 rounded border" style={{ background: hex }} />
    <span className="font-mono">{hex}</span>
  </span>
)

const HeaderImage = ({ image: { url, width, height } }: { image: AdminHeaderImage }) => {
  const { t } = useTranslation("orderMail")
  return (
    <span className="flex flex-col items-start gap-y-1.5">
      <img
        src={url}
        alt={t("branding.imageAlt")}
        className="bg-ui-bg-component max-h-16 max-w-full rounded object-contain"
      />
      <span className="text-ui-fg-subtle">{t("branding.imageSize", { width, height })}</span>
    </span>
  )
}
