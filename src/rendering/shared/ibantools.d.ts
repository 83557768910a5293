/**
 * What is used of ibantools 4.5.4. Its package is marked as ECMAScript modules, types of its CommonJS build included,
 * for which TypeScript refuses to import it in CommonJS; that build works.
 */
declare module "ibantools" {
  interface CountrySpec {
    /** Length of an IBAN; missing or null where there are none. */
    chars?: number | null
  }
  export const countrySpecs: Record<string, CountrySpec | undefined>

  export enum ValidationErrorsIBAN {
    NoIBANProvided,
    NoIBANCountry,
    WrongBBANLength,
    WrongBBANFormat,
    ChecksumNotNumber,
    WrongIBANChecksum,
    WrongAccountBankBranchChecksum,
    QRIBANNotAllowed,
  }
  export function validateIBAN(iban: string): { valid: boolean; errorCodes: ValidationErrorsIBAN[] }

  export enum ValidationErrorsBIC {
    NoBICProvided,
    NoBICCountry,
    WrongBICFormat,
  }
  export function validateBIC(bic: string): { valid: boolean; errorCodes: ValidationErrorsBIC[] }

  export function isSEPACountry(country: string): boolean
  export function isQRIBAN(iban: string): boolean
}
