import type { Branding } from "../types"

/** Every colour a layout can name as `{{colors.<name>}}`: the shop's own and shades made of them. */
export type Palette = Branding["colors"] & {
  /** Text of lesser weight. */
  muted: string
  /** Rules between rows, and borders. */
  line: string
  /** Ground of boxes within the card. */
  tint: string
}

const HEX_COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

export const isHexColor = (color: string): boolean => HEX_COLOR.test(color)

/**
 * @param colors CSS hex colours, `#rgb` or `#rrggbb`: the one notation every mail client knows
 * @throws Error that names the colour, when one is written otherwise
 */
export function paletteOf(colors: Branding["colors"]): Palette {
  for (const [name, color] of Object.entries(colors)) {
    if (!isHexColor(color)) {
      throw new Error(`The colour "${name}" of the branding is "${color}". Write it as #rrggbb, for example "#1f4e79".`)
    }
  }
  return {
    ...colors,
    muted: mix(colors.text, colors.card, 0.32),
    line: mix(colors.text, colors.card, 0.85),
    tint: mix(colors.text, colors.card, 0.96),
  }
}

/** @param share of the second colour, 0 to 1 */
function mix(first: string, second: string, share: number): string {
  const other = channels(second)
  const mixed = channels(first).map((value, index) => Math.round(value * (1 - share) + (other[index] ?? 0) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`
}

function channels(color: string): number[] {
  const digits = color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit) : color.slice(1).match(/../g)
  return (digits ?? []).map((digit) => Number.parseInt(digit, 16))
}
