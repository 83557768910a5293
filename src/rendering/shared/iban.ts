import { countrySpecs, isQRIBAN, isSEPACountry, validateIBAN, ValidationErrorsIBAN } from "ibantools"

/**
 * What is wrong with an IBAN (ISO 13616), the first thing a person would look at first: characters that no IBAN has, a
 * country without IBANs, the wrong length for the country, letters where digits belong, check digits.
 */
export const IBAN_PROBLEMS = ["empty", "characters", "country", "length", "format", "checksum"] as const
export type IbanProblem = (typeof IBAN_PROBLEMS)[number]

/** Countries and territories that ibantools knows by a code of their own, while their accounts begin with another one's. */
const ACCOUNTS_HELD_AS: Readonly<Record<string, string>> = {
  AX: "FI",
  BL: "FR",
  GF: "FR",
  GG: "GB",
  GP: "FR",
  IM: "GB",
  JE: "GB",
  MF: "FR",
  MQ: "FR",
  NC: "FR",
  PF: "FR",
  PM: "FR",
  RE: "FR",
  TF: "FR",
  WF: "FR",
  YT: "FR",
}

/** Joined SEPA in 2024 and 2025 (EPC409-09); ibantools does not know yet. */
const SEPA_SINCE_2024: readonly string[] = ["AL", "MD", "ME", "MK", "RS"]

/** The electronic format of an IBAN or BIC: what people type between the characters is left out, letters are upper case. */
export function electronicFormat(text: string): string {
  return text.replace(/[\s\p{Cf}-]/gu, "").toUpperCase()
}

/** @param iban electronic format @returns null when the IBAN can be right */
export function ibanProblem(iban: string): IbanProblem | null {
  if (iban === "") return "empty"
  if (!/^[A-Z0-9]+$/.test(iban)) return "characters"
  const length = ibanLength(ibanCountry(iban))
  if (length === null) return "country"
  if (iban.length !== length) return "length"
  const { valid, errorCodes } = validateIBAN(iban)
  if (valid) return null
  const isMalformed = [ValidationErrorsIBAN.WrongBBANFormat, ValidationErrorsIBAN.ChecksumNotNumber].some((code) =>
    errorCodes.includes(code),
  )
  return isMalformed ? "format" : "checksum"
}

/** @returns the first two characters, which are an ISO 3166 code in a valid IBAN */
export function ibanCountry(iban: string): string {
  return iban.slice(0, 2)
}

/** @returns how many characters an IBAN of this country has; null where there are no IBANs */
export function ibanLength(country: string): number | null {
  if (country in ACCOUNTS_HELD_AS) return null
  return countrySpecs[country]?.chars ?? null
}

/** @returns the country whose IBANs accounts in a country have */
export function accountCountry(country: string): string {
  return ACCOUNTS_HELD_AS[country] ?? country
}

/** Whether SEPA credit transfers reach the account. */
export function isSepaIban(iban: string): boolean {
  const country = ibanCountry(iban)
  return isSEPACountry(country) || SEPA_SINCE_2024.includes(country)
}

/** Whether the account is held in the European Economic Area, within which transfers need no BIC. */
export function isEeaIban(iban: string): boolean {
  return EEA.has(ibanCountry(iban))
}

/** The European Union, Iceland, Liechtenstein and Norway. */
const EEA: ReadonlySet<string> = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" "),
)

/** Whether bills for this account are Swiss QR-bills: Switzerland and Liechtenstein. */
export function isSwissIban(iban: string): boolean {
  return ["CH", "LI"].includes(ibanCountry(iban))
}

/** Whether the account takes payments with a QR reference only: institution 30000 to 31999 (SIX, QR-IBAN). */
export function isQrIban(iban: string): boolean {
  return isQRIBAN(iban)
}
