import { SwissQRCode } from "swissqrbill/svg"
import type { Data } from "swissqrbill/types"
import { isCreditorReference } from "./shared/creditor-reference"
import { electronicFormat, ibanProblem, isQrIban, isSwissIban } from "./shared/iban"
import { isSwissText } from "./shared/swiss-text"
import { isQrReference } from "./qr-reference"
import { oneLine } from "./one-line"
import { qrAmount } from "./qr-amount"
import { qrPng, type QrPng } from "./qr-png"
import { SWISS_DESIGN } from "./swiss-cross"
import type { PaymentInstructions, StructuredAddress } from "./types"

const MAX_MESSAGE_LENGTH = 140
/** The final creditor and the debtor: nothing is said about them. */
const NOBODY = Array.from({ length: 7 }, () => "")

/**
 * The payload of a Swiss QR-bill's code after the SIX Implementation Guidelines for the QR-bill, version 2.3: UTF-8, one
 * element a line, structured address, no debtor, so that one code serves whoever pays.
 *
 * A QR reference goes with a QR-IBAN and with nothing else; an ISO 11649 reference is of the type SCOR; any other text is
 * the message of a payment without reference.
 *
 * @returns null where no correct code can be made: a currency other than CHF and EUR, an account outside Switzerland and
 *   Liechtenstein, an amount out of range, no structured address, a text that is too long or has characters a
 *   QR-bill cannot have. A missing code is better than a wrong one, because all its data stands in the mail as text.
 */
export function swissQrPayload(payment: PaymentInstructions): string | null {
  const iban = electronicFormat(payment.iban)
  const amount = qrAmount(payment.amount)
  const reference = swissReference(oneLine(payment.reference, Infinity), iban)
  const holder = oneLine(payment.accountHolder, Infinity)
  if (!payment.address || amount === null || reference === null) return null
  if (ibanProblem(iban) !== null || !isSwissIban(iban)) return null
  const address = onOneLineEach(payment.address)
  const lines = [
    ["SPC", "0200", "1", iban],
    ["S", holder, address.street, address.houseNumber ?? "", address.postalCode, address.city, address.countryCode],
    NOBODY,
    [amount, payment.currency],
    NOBODY,
    [reference.type, reference.structured, reference.message, "EPD"],
  ].flat()
  const isPossible =
    holder !== "" &&
    address.postalCode !== "" &&
    address.city !== "" &&
    lines.every(isSwissText) &&
    isValid({
      currency: payment.currency as Data["currency"],
      amount: Number(amount),
      creditor: {
        account: iban,
        name: holder,
        address: address.street,
        ...(address.houseNumber === null ? {} : { buildingNumber: address.houseNumber }),
        zip: address.postalCode,
        city: address.city,
        country: address.countryCode,
      },
      ...(reference.structured === "" ? {} : { reference: reference.structured }),
      ...(reference.message === "" ? {} : { message: reference.message }),
    })
  return isPossible ? lines.join("\n") : null
}

/** The code with the Swiss cross as a picture, or null where {@link swissQrPayload} gives none. */
export function swissQrPng(payment: PaymentInstructions): QrPng | null {
  const payload = swissQrPayload(payment)
  return payload === null ? null : qrPng(Buffer.from(payload), SWISS_DESIGN)
}

interface SwissReference {
  type: "QRR" | "SCOR" | "NON"
  structured: string
  message: string
}

/** @returns null when the account cannot be paid with this reference */
function swissReference(text: string, iban: string): SwissReference | null {
  const structured = electronicFormat(text)
  if (isQrIban(iban)) return isQrReference(structured) ? { type: "QRR", structured, message: "" } : null
  if (isCreditorReference(text)) return { type: "SCOR", structured, message: "" }
  return text === "" || text.length > MAX_MESSAGE_LENGTH ? null : { type: "NON", structured: "", message: text }
}

function onOneLineEach({ street, houseNumber, postalCode, city, countryCode }: StructuredAddress): StructuredAddress {
  return {
    street: oneLine(street, Infinity),
    houseNumber: houseNumber === null ? null : oneLine(houseNumber, Infinity) || null,
    postalCode: oneLine(postalCode, Infinity),
    city: oneLine(city, Infinity),
    countryCode: oneLine(countryCode, Infinity),
  }
}

/** Drawing a bill costs a thousand times as much as writing its payload, and a shop has few accounts. */
const knownCreditors = new Map<string, boolean>()
const MAX_KNOWN = 500

/** Asks the library that draws whole QR-bills, once for each account; what differs from bill to bill is checked above. */
function isValid(data: Data): boolean {
  const key = JSON.stringify([data.currency, data.creditor])
  const known = knownCreditors.get(key)
  if (known !== undefined) return known
  const answer = canBeDrawn(data)
  if (knownCreditors.size >= MAX_KNOWN) knownCreditors.clear()
  knownCreditors.set(key, answer)
  return answer
}

function canBeDrawn(data: Data): boolean {
  try {
    return new SwissQRCode(data) instanceof SwissQRCode
  } catch {
    return false
  }
}
