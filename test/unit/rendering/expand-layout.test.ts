import { describe, expect, it } from "vitest"
import { pastePartials, pasteStyle } from "../../../src/rendering/expand-layout"
import { DEFAULT_BRANDING } from "../../../src/rendering/default-branding"
import { DEFAULT_COLORS } from "../../../src/rendering/default-colors"
import { MAIL_FONTS, type MailFont } from "../../../src/rendering/shared/font-stacks"
import { mailStyleOf } from "../../../src/rendering/mail-style"
import { paletteOf } from "../../../src/rendering/shared/palette"

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

describe("pasteStyle", () => {
  const style = mailStyleOf({ ...DEFAULT_BRANDING, font: "georgia", cornerRadius: 9 })

  it("puts colours, font and radius in place", () => {
    const layout = 'color="{{colors.primary}}" {{font.stack}} {{radius.box}}px {{radius.small}}px {{title}}'
    expect(pasteStyle(layout, style)).toBe(
      `color="${DEFAULT_COLORS.primary}" Georgia, 'Times New Roman', serif 9px 6px {{title}}`,
    )
  })

  it.each([
    ["{{colors.constructor}}", "background, card, text, primary, buttonText, muted, line, tint."],
    ["{{radius.round}}", "box, small."],
    ["{{font.toString}}", "stack."],
  ])("names what there is when asked for %s", (layout, known) => {
    expect(() => pasteStyle(layout, style)).toThrow(known)
  })
})

describe("mailStyleOf", () => {
  it.each([-1, 25, 1.5, Number.NaN, "6px} body{display:none" as unknown as number])(
    "refuses a radius of %j",
    (radius) => {
      expect(() => mailStyleOf({ ...DEFAULT_BRANDING, cornerRadius: radius })).toThrow("Choose 0 to 24 pixels.")
    },
  )

  it.each(["comic", "constructor", "", "Arial;}</style><script>"])("refuses a font called %j", (font) => {
    expect(() => mailStyleOf({ ...DEFAULT_BRANDING, font: font as MailFont })).toThrow("Choose one of system, arial")
  })

  it.each(MAIL_FONTS)("knows the font %s, which ends with what every program has", (font) => {
    expect(mailStyleOf({ ...DEFAULT_BRANDING, font }).font.stack).toMatch(/, (sans-serif|serif|monospace)$/)
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
