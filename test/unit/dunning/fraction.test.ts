import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { currencyDecimals } from "../../../src/dunning/currency-decimals"
import { add, fraction, larger, multiply, ratio, smaller, subtract, toDecimal } from "../../../src/dunning/fraction"

describe("toDecimal rounds half away from zero (DIN 1333)", () => {
  it.each([
    ["0.005", 2, "0.01"],
    ["0.0049999999999999999999", 2, "0.00"],
    ["1.005", 2, "1.01"], // as a float 1.00499999999999989
    ["2.675", 2, "2.68"],
    ["-0.005", 2, "-0.01"],
    ["-0.004", 2, "0.00"],
    ["99.995", 2, "100.00"],
    ["0.5", 0, "1"],
    ["1234567890123456789.125", 2, "1234567890123456789.13"],
    ["7", 3, "7.000"],
    ["+3.1", 1, "3.1"],
  ])("%s to %i decimals is %s", (given, decimals, expected) => {
    expect(toDecimal(fraction(given), decimals)).toBe(expected)
  })
})

it("calculates as whole numbers of cents do", () => {
  const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
  const text = (value: number): string =>
    `${value < 0 ? "-" : ""}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, "0")}`
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      const [left, right] = [fraction(text(a)), fraction(text(b))]
      expect(toDecimal(add(left, right), 2)).toBe(text(a + b))
      expect(toDecimal(subtract(left, right), 2)).toBe(text(a - b))
      expect(toDecimal(multiply(left, ratio(100, 1)), 0)).toBe(String(a))
      expect(toDecimal(smaller(left, right), 2)).toBe(text(Math.min(a, b)))
      expect(toDecimal(larger(left, right), 2)).toBe(text(Math.max(a, b)))
    }),
  )
})

it("thirds are exact", () => {
  const third = ratio(1, 3)
  expect(add(add(third, third), third)).toEqual(ratio(1, 1))
})

it.each(["", "1,50", "1e3", "NaN"])("%j is no amount", (text) => {
  expect(() => fraction(text)).toThrow(`"${text}" is no decimal number`)
})

it.each([
  ["EUR", 2],
  ["eur", 2],
  ["JPY", 0],
  ["KWD", 3],
  ["XXQ", 2],
])("amounts in %s have %i decimals", (currency, decimals) => {
  expect(currencyDecimals(currency)).toBe(decimals)
})
