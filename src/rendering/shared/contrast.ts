import { colord, extend } from "colord"
import a11y from "colord/plugins/a11y"
import { isHexColor, paletteOf, type Palette } from "./palette"
import type { Branding } from "../types"

extend([a11y])

type Colors = Branding["colors"]

/** WCAG 2.1, success criterion 1.4.3, level AA; large is from 18 points, or from 14 points bold (18.66 CSS pixels). */
const AA = { normal: 4.5, large: 3 } as const

/** Text and ground as they stand in mails, and the colour of the shop's that makes the text readable there. */
const PAIRS = [
  { name: "text-on-card", text: "text", ground: "card", size: "normal", colour: "text" },
  { name: "text-on-box", text: "text", ground: "tint", size: "normal", colour: "text" },
  { name: "muted-on-card", text: "muted", ground: "card", size: "normal", colour: "text" },
  { name: "muted-on-box", text: "muted", ground: "tint", size: "normal", colour: "text" },
  { name: "muted-on-background", text: "muted", ground: "background", size: "normal", colour: "text" },
  { name: "shop-name-on-background", text: "primary", ground: "background", size: "large", colour: "primary" },
  { name: "button-text-on-primary", text: "buttonText", ground: "primary", size: "normal", colour: "buttonText" },
] as const satisfies readonly {
  name: string
  text: keyof Palette
  ground: keyof Palette
  size: keyof typeof AA
  colour: keyof Colors
}[]

type Pair = (typeof PAIRS)[number]
export type ContrastPair = Pair["name"]
export const CONTRAST_PAIRS = PAIRS.map(({ name }) => name)

/** How well one text can be read on its ground. */
export interface ContrastVerdict {
  pair: ContrastPair
  /** 1 to 21, cut after two digits: 4.499 is not 4.5. */
  ratio: number
  /** What WCAG 2.1 AA asks for: 4.5, of large text 3. */
  needed: number
  passes: boolean
  /** The nearest colour that passes, and whose place it takes; null where none does, or none is needed. */
  nearest: { colour: Pair["colour"]; hex: string } | null
}

/**
 * Checks the colours of a shop against WCAG 2.1 AA, wherever text stands on a ground in its mails.
 *
 * @returns one verdict a pair; none at all while one of the colours is no hex colour
 */
export function contrastVerdicts(colors: Colors): ContrastVerdict[] {
  if (!Object.values(colors).every(isHexColor)) return []
  const palette = paletteOf(colors)
  const failing = PAIRS.filter((pair) => !passes(pair, palette))
  const nearest = new Map([...new Set(failing.map(({ colour }) => colour))].map((name) => [name, mend(name, colors)]))
  return PAIRS.map((pair) => {
    const isReadable = !failing.includes(pair)
    const hex = isReadable ? undefined : nearest.get(pair.colour)?.(pair)
    return {
      pair: pair.name,
      ratio: ratioOf(pair, palette),
      needed: AA[pair.size],
      passes: isReadable,
      nearest: hex === undefined ? null : { colour: pair.colour, hex },
    }
  })
}

/** Cut after two digits, so 4.499 is not 4.5. */
function ratioOf({ text, ground }: Pair, palette: Palette): number {
  return colord(palette[text]).contrast(palette[ground])
}

const passes = (pair: Pair, palette: Palette): boolean => ratioOf(pair, palette) >= AA[pair.size]

/** Lightness in percent. */
const STEPS = Array.from({ length: 201 }, (_, step) => step / 2)

/**
 * Finds a colour's nearest that passes: the same hue, darker or lighter, whichever is less of a change.
 *
 * @returns gives the nearest that passes wherever the colour stands; where there is none, the nearest for one pair
 */
function mend(name: Pair["colour"], colors: Colors): (pair: Pair) => string | undefined {
  const { h, s, l } = colord(colors[name]).toHsl()
  const candidates = [...STEPS]
    .sort((one, other) => Math.abs(one - l) - Math.abs(other - l))
    .map((lightness) => colord({ h, s, l: lightness }).toHex())
  const passing = (pairs: readonly Pair[]) =>
    candidates.find((hex) => {
      const palette = paletteOf({ ...colors, [name]: hex })
      return pairs.every((pair) => passes(pair, palette))
    })
  const everywhere = passing(PAIRS.filter(({ colour }) => colour === name))
  return (pair) => everywhere ?? passing([pair])
}
