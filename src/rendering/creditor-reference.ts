const CREDITOR_REFERENCE = /^RF\d{2}[0-9A-Z]{1,21}$/

/**
 * Whether a text is a structured creditor reference after ISO 11649: "RF", two check digits, up to 21 letters and
 * digits, remainder 1 modulo 97 (ISO 7064) with the first four characters moved to the end and letters as numbers.
 * Blanks of the print format are allowed.
 */
export function isCreditorReference(text: string): boolean {
  const reference = text.replace(/ /g, "").toUpperCase()
  if (!CREDITOR_REFERENCE.test(reference)) {
    return false
  }
  const digits = [...reference.slice(4), ...reference.slice(0, 4)].map((character) => Number.parseInt(character, 36))
  return BigInt(digits.join("")) % 97n === 1n
}
