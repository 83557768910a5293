import type { QrDesign, Rectangle } from "./qr-png"

/** Millimetres on paper (SIX Style Guide QR-bill): the code, the light margin around it, and the cross in its middle. */
const CODE_MM = 46
const MARGIN_MM = 5
const LIGHT_SQUARE_MM = 7
const DARK_SQUARE_MM = 6
const ARM_LENGTH_MM = 3.89
const ARM_WIDTH_MM = 1.17

/** How the code of a Swiss QR-bill looks: light margin of 5 mm, the Swiss cross in the middle of 46 by 46 mm. */
export const SWISS_DESIGN: QrDesign = {
  quietZone: (modules) => Math.ceil((modules * MARGIN_MM) / CODE_MM),
  emblem: swissCross,
}

/** CSS pixels, margin included: a printed mail has the code in its size. CSS has 96 pixels an inch. */
export const SWISS_PICTURE_WIDTH = Math.round(((CODE_MM + 2 * MARGIN_MM) * 96) / 25.4)

function swissCross(codePixels: number): Rectangle[] {
  const pixels = (millimetres: number): number => Math.round((millimetres * codePixels) / CODE_MM / 2) * 2
  const centered = (width: number, height: number, isDark: boolean): Rectangle => ({
    left: (codePixels - width) / 2,
    top: (codePixels - height) / 2,
    width,
    height,
    isDark,
  })
  const [light, dark, length, thickness] = [LIGHT_SQUARE_MM, DARK_SQUARE_MM, ARM_LENGTH_MM, ARM_WIDTH_MM].map(
    pixels,
  ) as [number, number, number, number]
  return [
    centered(light, light, false),
    centered(dark, dark, true),
    centered(length, thickness, false),
    centered(thickness, length, false),
  ]
}
