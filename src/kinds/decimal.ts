/**
 * Comparing decimal strings ("119.00") exactly. A float would do for most amounts and fail for some, and a money
 * question ("is anything still to pay?") must not depend on which.
 */
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** @returns whether the text is a plain decimal number: optional sign, digits, optional fraction; no exponent, no blanks. */
export function isDecimal(text: string): text is `${number}` {
  return DECIMAL.test(text)
}

/**
 * Compares two decimal strings by value: "1.50" equals "1.5".
 *
 * @returns -1 when `a` is smaller, 0 when both are equal, 1 when `a` is greater
 * @throws RangeError when one of them is no decimal number
 */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const fractionDigits = Math.max(fractionOf(a).length, fractionOf(b).length)
  const left = scale(a, fractionDigits)
  const right = scale(b, fractionDigits)
  return left < right ? -1 : left > right ? 1 : 0
}

/** @throws RangeError when the text is no decimal number */
export function isPositive(decimal: string): boolean {
  return compareDecimals(decimal, "0") > 0
}

/**
 * Adds two decimal strings exactly: "119.00" and "0.5" are "119.50".
 *
 * @returns with as many decimals as the longer of the two
 * @throws RangeError when one of them is no decimal number
 */
export function addDecimals(a: string, b: string): string {
  const fractionDigits = Math.max(fractionOf(a).length, fractionOf(b).length)
  const units = scale(a, fractionDigits) + scale(b, fractionDigits)
  const digits = (units < 0n ? -units : units).toString().padStart(fractionDigits + 1, "0")
  const whole = digits.slice(0, digits.length - fractionDigits)
  return `${units < 0n ? "-" : ""}${whole}${fractionDigits === 0 ? "" : `.${digits.slice(-fractionDigits)}`}`
}

/**
 * @returns the amount with the other sign
 * @throws RangeError when the text is no decimal number
 */
export function negated(decimal: string): string {
  const [, sign = "", whole = "0", fraction] = parse(decimal)
  return `${sign === "-" ? "" : "-"}${whole}${fraction === undefined ? "" : `.${fraction}`}`
}

/**
 * Drops zeros that end a fraction and a fraction that is empty: "161.950" becomes "161.95", "5.00" becomes "5".
 *
 * @throws RangeError when the text is no decimal number
 */
export function withoutTrailingZeros(decimal: string): string {
  const [, sign = "", whole = "0"] = parse(decimal)
  const fraction = fractionOf(decimal).replace(/0+$/, "")
  return `${sign === "-" ? "-" : ""}${whole.replace(/^0+(?=\d)/, "")}${fraction === "" ? "" : `.${fraction}`}`
}

function scale(decimal: string, fractionDigits: number): bigint {
  const [, sign = "", whole = "0"] = parse(decimal)
  const units = BigInt(whole + fractionOf(decimal).padEnd(fractionDigits, "0"))
  return sign === "-" ? -units : units
}

function fractionOf(decimal: string): string {
  return parse(decimal)[3] ?? ""
}

function parse(decimal: string): RegExpExecArray {
  const match = DECIMAL.exec(decimal)
  if (match === null) {
    throw new RangeError(`"${decimal}" is no decimal number; amounts are strings such as "119.00".`)
  }
  return match
}
