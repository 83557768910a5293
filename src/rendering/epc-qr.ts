import { bicProblem } from "./shared/bic"
import { isCreditorReference } from "./shared/creditor-reference"
import { electronicFormat, ibanProblem, isEeaIban, isSepaIban } from "./shared/iban"
import { oneLine } from "./one-line"
import { qrAmount } from "./qr-amount"
import { qrPng, type QrPng } from "./qr-png"
import type { PaymentInstructions } from "./types"

/** EPC069-12: the longest payload a code may carry, in bytes. With error correction M it fits into QR version 13. */
const MAX_PAYLOAD_BYTES = 331
const MAX_NAME_LENGTH = 70
const MAX_UNSTRUCTURED_LENGTH = 140

/**
 * The payload of a SEPA credit transfer QR code ("GiroCode") after EPC069-12 version 002, UTF-8, one element a line:
 * service tag, version, character set, identification, BIC, name, IBAN, amount, purpose, structured reference,
 * unstructured text.
 *
 * A name longer than 70 characters is cut, as banks cut it too. A reference longer than 140 is not: a payment with half
 * a reference cannot be matched to its order.
 *
 * @returns null where no correct code can be made: a currency other than EUR, an amount outside 0.01 to 999999999.99 or
 *   in fractions of a cent, an IBAN that is invalid or outside SEPA, an invalid BIC or none where the account is outside the EEA, an empty name, a reference that is
 *   empty or too long. A missing code is better than a wrong one, because all its data stands in the mail as text.
 */
export function epcQrPayload(payment: PaymentInstructions): string | null {
  const name = [...oneLine(payment.accountHolder)].slice(0, MAX_NAME_LENGTH).join("").trim()
  const iban = electronicFormat(payment.iban)
  const bic = electronicFormat(payment.bic ?? "")
  const amount = qrAmount(payment.amount)
  const reference = oneLine(payment.reference, Infinity)
  const isStructured = isCreditorReference(reference)

  const possible =
    payment.currency === "EUR" &&
    name !== "" &&
    ibanProblem(iban) === null &&
    isSepaIban(iban) &&
    (bic === "" ? isEeaIban(iban) : bicProblem(bic) === null) &&
    amount !== null &&
    reference !== "" &&
    [...reference].length <= MAX_UNSTRUCTURED_LENGTH
  if (!possible) {
    return null
  }

  const lines = ["BCD", "002", "1", "SCT", bic, name, iban, `EUR${amount}`, ""]
  const payload = [...lines, ...(isStructured ? [electronicFormat(reference)] : ["", reference])].join("\n")
  return Buffer.byteLength(payload) <= MAX_PAYLOAD_BYTES ? payload : null
}

/** The code as a picture, or null where {@link epcQrPayload} gives none. */
export function epcQrPng(payment: PaymentInstructions): QrPng | null {
  const payload = epcQrPayload(payment)
  return payload === null ? null : qrPng(Buffer.from(payload))
}
