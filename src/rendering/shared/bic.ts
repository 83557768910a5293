import { validateBIC, ValidationErrorsBIC } from "ibantools"
import { accountCountry, ibanCountry } from "./iban"

/** What is wrong with a BIC (ISO 9362): not 8 or 11 characters, others than letters and digits in their places, no country. */
export const BIC_PROBLEMS = ["length", "format", "country"] as const
export type BicProblem = (typeof BIC_PROBLEMS)[number]

/** @param bic electronic format @returns null when the BIC can be right */
export function bicProblem(bic: string): BicProblem | null {
  if (![8, 11].includes(bic.length)) return "length"
  const { valid, errorCodes } = validateBIC(bic)
  if (valid) return null
  return errorCodes.includes(ValidationErrorsBIC.NoBICCountry) ? "country" : "format"
}

/**
 * Whether bank and account are of one country, as they nearly always are. A bank may hold accounts under another
 * country's IBANs, so that a difference is worth a second look and no mistake.
 */
export function isBicOfIban(bic: string, iban: string): boolean {
  return accountCountry(bic.slice(4, 6)) === ibanCountry(iban)
}
