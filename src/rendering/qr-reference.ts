import { createHash } from "node:crypto"
import { calculateQRReferenceChecksum, isQRReferenceValid } from "swissqrbill/utils"

const DIGITS = 26
/** Begins references made of a number with other characters than digits, so that none is another number's. */
const MADE_OF_TEXT = "9"
const FINGERPRINT_DIGITS = 11
const READABLE_DIGITS = DIGITS - MADE_OF_TEXT.length - FINGERPRINT_DIGITS

/**
 * The QR reference of an order: 27 digits, the last a check digit (modulo 10, recursive). An account with a QR-IBAN takes
 * payments with such a reference only (SIX Implementation Guidelines for the QR-bill).
 *
 * A number of digits stands in it as it is, behind noughts. One with other characters cannot: there its digits stand
 * behind a fingerprint of the whole, so that "A-1" and "B-1" differ.
 */
export function qrReference(orderNumber: string): string {
  const body = /^\d{1,25}$/.test(orderNumber) ? orderNumber.padStart(DIGITS, "0") : fingerprinted(orderNumber)
  return body + calculateQRReferenceChecksum(body)
}

/** @param reference electronic format */
export function isQrReference(reference: string): boolean {
  return /^\d{27}$/.test(reference) && isQRReferenceValid(reference)
}

/**
 * As people read it: a QR reference in its printed groups, two digits and then five each, which every Swiss banking app
 * takes. Other references are to be copied as they are: not all forms drop the blanks of an ISO 11649 reference.
 */
export function printedReference(reference: string): string {
  if (!isQrReference(reference)) return reference
  return `${reference.slice(0, 2)} ${reference.slice(2).replace(/(.{5})(?=.)/g, "$1 ")}`
}

function fingerprinted(text: string): string {
  const hash = BigInt(`0x${createHash("sha256").update(text).digest("hex")}`) % 10n ** BigInt(FINGERPRINT_DIGITS)
  const readable = text.replace(/\D/g, "").slice(-READABLE_DIGITS)
  return MADE_OF_TEXT + String(hash).padStart(FINGERPRINT_DIGITS, "0") + readable.padStart(READABLE_DIGITS, "0")
}
