import { Input, Select, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminBrandingFields } from "../../src/api/settings-types"
import { FONT_STACKS, MAIL_FONTS } from "../../src/rendering/shared/font-stacks"
import { useFontName } from "../hooks/use-font-name"
import type { FieldState } from "../hooks/use-section-form"
import { useSettingNames } from "../hooks/use-setting-names"
import { type BrandingField, COLOR_FIELDS, HINTED_BRANDING } from "../lib/branding-fields"
import { isOneOf } from "../lib/setting-names"
import { BrandingColorInput } from "./branding-color-input"
import { BrandingImageInput } from "./branding-image-input"
import type { InheritableInput } from "./inheritable-field"
import { SectionInput } from "./section-input"

interface BrandingInputProps {
  field: BrandingField
  at: <F extends BrandingField>(field: F) => FieldState<AdminBrandingFields[F]>
  /** Width in CSS pixels that the header image is shown in. */
  shownWidth: number
}

/** One field of the branding in its form. */
export const BrandingInput = ({ field, at, shownWidth }: BrandingInputProps) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const texts = {
    label: settingName("branding", field),
    hint: isOneOf(HINTED_BRANDING, field) ? t(`brandingHints.${field}`) : undefined,
  }
  if (field === "header_image") return <BrandingImageInput {...texts} state={at(field)} shownWidth={shownWidth} />
  if (isOneOf(COLOR_FIELDS, field))
    return (
      <SectionInput {...at(field)} {...texts}>
        {(input, value, set) => <BrandingColorInput {...input} name={texts.label} value={value} onChange={set} />}
      </SectionInput>
    )
  if (field === "font")
    return (
      <SectionInput {...at(field)} {...texts}>
        {(input, value, set) => <FontSelect input={input} value={value} onChange={set} />}
      </SectionInput>
    )
  if (field === "logo_width" || field === "corner_radius")
    return (
      <SectionInput {...at(field)} {...texts}>
        {(input, value, set) => (
          <Input
            {...input}
            type="number"
            inputMode="numeric"
            min={field === "logo_width" ? 40 : 0}
            max={field === "logo_width" ? 552 : 24}
            value={Number.isNaN(value) ? "" : value}
            onChange={(event) => set(event.target.valueAsNumber)}
          />
        )}
      </SectionInput>
    )
  if (field === "footer_lines")
    return (
      <SectionInput {...at(field)} {...texts}>
        {(input, value, set) => (
          <Textarea
            {...input}
            rows={4}
            value={value.join("\n")}
            onChange={(event) => set(linesOf(event.target.value))}
          />
        )}
      </SectionInput>
    )
  if (field === "legal_address")
    return (
      <SectionInput {...at(field)} {...texts}>
        {(input, value, set) => (
          <Textarea {...input} rows={4} value={value ?? ""} onChange={(event) => set(event.target.value || null)} />
        )}
      </SectionInput>
    )
  if (field === "shop_name")
    return (
      <SectionInput {...at(field)} {...texts}>
        {(input, value, set) => <Input {...input} value={value} onChange={(event) => set(event.target.value)} />}
      </SectionInput>
    )
  return (
    <SectionInput {...at(field)} {...texts}>
      {(input, value, set) => (
        <Input {...input} value={value ?? ""} onChange={(event) => set(event.target.value || null)} />
      )}
    </SectionInput>
  )
}

const linesOf = (text: string): string[] => (text === "" ? [] : text.split("\n"))

interface FontSelectProps {
  input: InheritableInput
  value: AdminBrandingFields["font"]
  onChange: (font: AdminBrandingFields["font"]) => void
}

/** Each font's name is written in it, where the admin's computer has it. */
const FontSelect = ({ input: { disabled, ...ids }, value, onChange }: FontSelectProps) => {
  const fontName = useFontName()
  return (
    <Select value={value} onValueChange={(font) => onChange(font as typeof value)} disabled={disabled}>
      <Select.Trigger {...ids}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {MAIL_FONTS.map((font) => (
          <Select.Item key={font} value={font}>
            <span style={{ fontFamily: FONT_STACKS[font] }}>{fontName(font)}</span>
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
