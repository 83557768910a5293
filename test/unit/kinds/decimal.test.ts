import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareDecimals, isDecimal, isPositive, withoutTrailingZeros } from "../../../src/kinds/decimal"

describe("compareDecimals", () => {
  it.each([
    ["1.50", "1.5", 0],
    ["0", "-0.00", 0],
    ["0.1", "0.09", 1],
    ["9", "10", -1],
    ["-2", "-1", -1],
    ["+3", "3.0", 0],
    ["9007199254740993", "9007199254740992", 1],
    ["0.30000000000000000001", "0.3", 1],
  ] as const)("%s to %s is %i", (a, b, expected) => {
    expect(compareDecimals(a, b)).toBe(expected)
  })

  it("agrees with integers scaled by a hundred", () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
    const decimal = (value: number): string =>
      `${value < 0 ? "-" : ""}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, "0")}`
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(compareDecimals(decimal(a), decimal(b))).toBe(Math.sign(a - b))
      }),
    )
  })

  it.each(["", "1,5", "1e3", "NaN", " 1", "1.", ".5", "0x10", "--1"])("refuses %j", (text) => {
    expect(isDecimal(text)).toBe(false)
    expect(() => compareDecimals(text, "1")).toThrow(`"${text}" is no decimal number`)
  })
})

it("isPositive is true above zero only", () => {
  expect(["0.01", "0", "0.00", "-0.01"].map(isPositive)).toEqual([true, false, false, false])
})

it("withoutTrailingZeros keeps the value and drops what says nothing", () => {
  expect(["161.950", "5.00", "100", "007.10", "-0.50", "+1.0"].map(withoutTrailingZeros)).toEqual([
    "161.95",
    "5",
    "100",
    "7.1",
    "-0.5",
    "1",
  ])
})
