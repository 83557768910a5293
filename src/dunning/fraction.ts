import { isDecimal } from "../kinds/decimal"

/**
 * An exact number: interest is amount times rate times days over 365, which no decimal number holds and no float may
 * come near. The denominator is positive.
 */
export interface Fraction {
  numerator: bigint
  denominator: bigint
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n }

/** @throws RangeError when the text is no decimal number such as "119.00" */
export function fraction(decimal: string): Fraction {
  if (!isDecimal(decimal)) {
    throw new RangeError(`"${String(decimal)}" is no decimal number; amounts and rates are strings such as "119.00".`)
  }
  const [whole = "", decimals = ""] = decimal.split(".")
  return { numerator: BigInt(whole.replace("+", "") + decimals), denominator: 10n ** BigInt(decimals.length) }
}

/** @param dividend whole number @param divisor whole number above zero */
export function ratio(dividend: number, divisor: number): Fraction {
  return { numerator: BigInt(dividend), denominator: BigInt(divisor) }
}

export function add(a: Fraction, b: Fraction): Fraction {
  return lowestTerms({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  })
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator })
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return lowestTerms({ numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator })
}

export function smaller(a: Fraction, b: Fraction): Fraction {
  return subtract(a, b).numerator < 0n ? a : b
}

export function larger(a: Fraction, b: Fraction): Fraction {
  return subtract(a, b).numerator > 0n ? a : b
}

/**
 * Rounds half up, which is half away from zero: what merchants and courts call "kaufmännisch" (DIN 1333).
 *
 * @returns a decimal string with exactly so many decimals, never "-0.00"
 */
export function toDecimal({ numerator, denominator }: Fraction, decimals: number): string {
  const scaled = absolute(numerator) * 10n ** BigInt(decimals)
  const units = (2n * scaled + denominator) / (2n * denominator)
  const digits = units.toString().padStart(decimals + 1, "0")
  const whole = digits.slice(0, digits.length - decimals)
  const sign = numerator < 0n && units > 0n ? "-" : ""
  return `${sign}${whole}${decimals === 0 ? "" : `.${digits.slice(-decimals)}`}`
}

function lowestTerms({ numerator, denominator }: Fraction): Fraction {
  const divisor = greatestCommonDivisor(absolute(numerator), denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b]
  return a
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}
