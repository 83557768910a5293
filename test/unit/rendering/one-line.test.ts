import fc from "fast-check"
import { expect, it } from "vitest"
import { oneLine } from "../../../src/rendering/one-line"

it.each([
  ["Anna\r\nBcc: evil@example.com", "Anna Bcc: evil@example.com"],
  ["a\u2028b\u2029c\u0085d\u0000e\tf", "a b c d e f"],
  ["  Anna  ", "Anna"],
  ["\u202E00.001 €\u202C", "00.001 €"],
  ["half \uD83D a smile", "half  a smile"],
  ["a smile 😀", "a smile 😀"],
  ["{{x}} <b> \"q\" 'a'", "{{x}} <b> \"q\" 'a'"],
])("%j becomes %j", (text, expected) => {
  expect(oneLine(text)).toBe(expected)
})

it("cuts between characters, not within one", () => {
  expect(oneLine("😀".repeat(5), 3)).toBe("😀😀…")
  expect(oneLine("😀".repeat(3), 3)).toBe("😀😀😀")
  expect(oneLine("abc def", 5)).toBe("abc…")
})

it("never has a line end, never is longer than asked, never changes what is already one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.integer({ min: 1, max: 300 }), (text, max) => {
      const line = oneLine(text, max)
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
      expect([...line].length).toBeLessThanOrEqual(max)
      expect(oneLine(line, max)).toBe(line)
    }),
  )
})
