/** ISO 11649: how many letters and digits may follow "RF" and its check digits. */
const MAX_CONTENT_LENGTH = 21
const CREDITOR_REFERENCE = /^RF\d{2}[0-9A-Z]{1,21}$/

/**
 * Whether a text is a structured creditor reference after ISO 11649: "RF", two check digits, up to 21 letters and
 * digits, remainder 1 modulo 97 (ISO 7064) with the first four characters moved to the end and letters as numbers.
 * Blanks of the print format are allowed.
 */
export function isCreditorReference(text: string): boolean {
  const reference = text.replace(/ /g, "").toUpperCase()
  return CREDITOR_REFERENCE.test(reference) && remainder97(reference.slice(4) + reference.slice(0, 4)) === 1n
}

/**
 * Makes a creditor reference after ISO 11649, electronic format.
 *
 * @param content what it is about; letters and digits are taken, letters as capitals, all else is left out
 * @returns null when nothing is left, or more than fits: half a reference would be none
 */
export function creditorReference(content: string): string | null {
  const kept = content.toUpperCase().replace(/[^0-9A-Z]/g, "")
  if (kept === "" || kept.length > MAX_CONTENT_LENGTH) return null
  const checkDigits = 98n - remainder97(`${kept}RF00`)
  return `RF${String(checkDigits).padStart(2, "0")}${kept}`
}

/** @param text digits and capital letters; A counts 10, Z counts 35 */
function remainder97(text: string): bigint {
  return BigInt([...text].map((character) => Number.parseInt(character, 36)).join("")) % 97n
}
