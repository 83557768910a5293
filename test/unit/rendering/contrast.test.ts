import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { contrastVerdicts, CONTRAST_PAIRS } from "../../../src/rendering/shared/contrast"
import { DEFAULT_COLORS } from "../../../src/rendering/default-colors"
import { paletteOf } from "../../../src/rendering/shared/palette"
import type { Branding } from "../../../src/rendering/types"

type Colors = Branding["colors"]

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

describe("contrastVerdicts", () => {
  const failing = (colors: Colors) => contrastVerdicts(colors).filter(({ passes }) => !passes)

  it("has a verdict for every place where text stands on a ground, and all are good by default", () => {
    const verdicts = contrastVerdicts(DEFAULT_COLORS)
    expect(verdicts.map(({ pair }) => pair)).toEqual(CONTRAST_PAIRS)
    expect(verdicts.filter(({ passes, nearest }) => !passes || nearest !== null)).toEqual([])
  })

  it("says how much there is, how much it takes, and the nearest colour that has it", () => {
    expect(failing({ ...DEFAULT_COLORS, primary: "#ffcc00" })).toEqual([
      {
        pair: "shop-name-on-background",
        ratio: 1.35,
        needed: 3,
        passes: false,
        nearest: { colour: "primary", hex: expect.stringMatching(/^#[0-9a-f]{6}$/) },
      },
      {
        pair: "button-text-on-primary",
        ratio: 1.51,
        needed: 4.5,
        passes: false,
        nearest: { colour: "buttonText", hex: expect.stringMatching(/^#[0-9a-f]{6}$/) },
      },
    ])
  })

  it("asks less of large text: what is too pale for small print does for the shop's name", () => {
    const verdicts = failing({ ...DEFAULT_COLORS, background: "#ffffff", primary: "#949494", buttonText: "#000000" })
    expect(verdicts).toEqual([])
  })

  it.each(["#76767", "red", "", "{{x}}"])("has no opinion while a colour is %j", (primary) => {
    expect(contrastVerdicts({ ...DEFAULT_COLORS, primary })).toEqual([])
  })

  // The least difference in grey of either side of the limit, by the tables of WebAIM's contrast checker.
  it.each([
    ["#767676", 4.54, true],
    ["#777777", 4.47, false],
  ])("text in %s on white has %f", (buttonText, ratio, passes) => {
    const verdicts = contrastVerdicts({ ...DEFAULT_COLORS, primary: "#ffffff", buttonText })
    expect(verdicts.find(({ pair }) => pair === "button-text-on-primary")).toMatchObject({ ratio, passes })
  })

  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`)
  const anyColors = fc.record({ background: hex, card: hex, text: hex, primary: hex, buttonText: hex })

  it("whatever the colours, agrees with the formula, and a proposed colour passes", () => {
    const parts = {
      "text-on-card": ["text", "card"],
      "text-on-box": ["text", "tint"],
      "muted-on-card": ["muted", "card"],
      "muted-on-box": ["muted", "tint"],
      "muted-on-background": ["muted", "background"],
      "shop-name-on-background": ["primary", "background"],
      "button-text-on-primary": ["buttonText", "primary"],
    } as const
    fc.assert(
      fc.property(anyColors, (colors) => {
        const palette = paletteOf(colors)
        for (const { pair, ratio, passes, needed, nearest } of contrastVerdicts(colors)) {
          const [text, ground] = parts[pair]
          expect(ratio).toBeCloseTo(contrast(palette[text], palette[ground]), 1)
          expect(passes).toBe(ratio >= needed)
          if (nearest === null) continue
          const mended = contrastVerdicts({ ...colors, [nearest.colour]: nearest.hex })
          expect(mended.find((verdict) => verdict.pair === pair)?.passes).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })

  it("can always propose a text for the button", () => {
    fc.assert(
      fc.property(anyColors, (colors) => {
        const verdict = contrastVerdicts(colors).find(({ pair }) => pair === "button-text-on-primary")
        expect(verdict?.passes || verdict?.nearest).toBeTruthy()
      }),
      { numRuns: 50 },
    )
  })
})
