import { describe, expect, it } from "vitest"
import { pasteColors, pastePartials } from "../../../src/rendering/expand-layout"
import { DEFAULT_COLORS } from "../../../src/rendering/default-colors"
import { paletteOf } from "../../../src/rendering/palette"

describe("pastePartials", () => {
  const partials: Record<string, string> = { outer: "[{{> inner}}]\n", inner: "$& {{title}}\n", loop: "{{> loop}}" }
  const read = (name: string): string => partials[name] ?? `no ${name}`

  it("puts partials in place, within each other too, and leaves everything else", () => {
    expect(pastePartials("a {{> outer}} {{#if b}}{{> inner}}{{/if}}", read)).toBe(
      "a [$& {{title}}] {{#if b}}$& {{title}}{{/if}}",
    )
  })

  it("stops at a partial that contains itself", () => {
    expect(() => pastePartials("{{> loop}}", read)).toThrow("Does one of them contain itself?")
  })
})

describe("pasteColors", () => {
  it("puts colours in place", () => {
    expect(pasteColors('color="{{colors.primary}}" {{title}}', paletteOf(DEFAULT_COLORS))).toBe(
      `color="${DEFAULT_COLORS.primary}" {{title}}`,
    )
  })

  it("names the known colours when asked for an unknown one", () => {
    expect(() => pasteColors("{{colors.constructor}}", paletteOf(DEFAULT_COLORS))).toThrow(
      'There is no colour "constructor". A layout can use background, card, text, primary, buttonText, muted, line, tint.',
    )
  })
})

describe("paletteOf", () => {
  it.each(["red", "#12", "#1234567", "rgb(0,0,0)", '#fff" onload="x', "", "{{shop.name}}"])("refuses %j", (color) => {
    expect(() => paletteOf({ ...DEFAULT_COLORS, primary: color })).toThrow('The colour "primary" of the branding is')
  })

  it("takes short colours and mixes shades of the shop's own", () => {
    const palette = paletteOf({ ...DEFAULT_COLORS, text: "#000", card: "#fff" })
    expect([palette.text, palette.muted, palette.line, palette.tint]).toEqual(["#000", "#525252", "#d9d9d9", "#f5f5f5"])
  })
})

/** WCAG 2.1: relative luminance and contrast ratio. */
function contrast(first: string, second: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = (color.slice(1).match(/../g) ?? []).map((hex) => {
      const share = Number.parseInt(hex, 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

it.each([
  ["text", "card"],
  ["text", "tint"],
  ["muted", "card"],
  ["muted", "tint"],
  ["muted", "background"],
  ["primary", "background"],
  ["buttonText", "primary"],
] as const)("by default, %s can be read on %s (WCAG AA)", (text, ground) => {
  const palette = paletteOf(DEFAULT_COLORS)
  expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5)
})
