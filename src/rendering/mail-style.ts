import { fontStack } from "./shared/font-stacks"
import { paletteOf, type Palette } from "./shared/palette"
import type { Branding } from "./types"

/** The part of a shop's branding that goes into the layout before MJML runs. */
export type StyleOfShop = Pick<Branding, "colors" | "font" | "cornerRadius">

/** Everything a layout can name as `{{<group>.<name>}}` before MJML runs. */
export interface MailStyle {
  colors: Palette
  font: { stack: string }
  /** CSS pixels: of boxes, and of pictures and other small things within. */
  radius: { box: number; small: number }
}

const MAX_RADIUS = 24

/** @throws Error that names colour, font or radius, when one cannot be used */
export function mailStyleOf({ colors, font, cornerRadius }: StyleOfShop): MailStyle {
  if (!Number.isInteger(cornerRadius) || cornerRadius < 0 || cornerRadius > MAX_RADIUS) {
    throw new Error(`The corner radius of the branding is ${cornerRadius}. Choose 0 to ${MAX_RADIUS} pixels.`)
  }
  return {
    colors: paletteOf(colors),
    font: { stack: fontStack(font) },
    radius: { box: cornerRadius, small: Math.round((cornerRadius * 2) / 3) },
  }
}
