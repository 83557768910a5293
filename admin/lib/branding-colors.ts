import type { AdminBrandingFields } from "../../src/api/settings-types"
import type { ContrastVerdict } from "../../src/rendering/shared/contrast"
import type { ColorField } from "./branding-fields"

type ColorName = NonNullable<ContrastVerdict["nearest"]>["colour"]

/** The fields that hold the colours of rendering. */
export const COLOR_FIELD_OF: Record<ColorName, ColorField> = {
  text: "color_text",
  primary: "color_primary",
  buttonText: "color_button_text",
}

/** The colours of a branding in the words of rendering. */
export const colorsOf = (values: Pick<AdminBrandingFields, ColorField>) => ({
  background: values.color_background.trim(),
  card: values.color_card.trim(),
  text: values.color_text.trim(),
  primary: values.color_primary.trim(),
  buttonText: values.color_button_text.trim(),
})

/** A colour as `<input type="color">` takes it; black while what is typed is none. */
export function pickableColor(typed: string): string {
  const color = typed.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(color)) return color
  return /^#[0-9a-f]{3}$/.test(color) ? color.replace(/[^#]/g, "$&$&") : "#000000"
}
