import { electronicFormat, isQrIban, isSwissIban } from "./shared/iban"
import { epcQrPng } from "./epc-qr"
import type { QrPng } from "./qr-png"
import { swissQrPng } from "./swiss-qr-bill"
import type { PaymentInstructions } from "./types"

/** A code that fills in a transfer, and whose banking apps read it: EPC069-12 in SEPA, or that of a Swiss QR-bill. */
export interface PaymentQr extends QrPng {
  standard: "epc" | "swiss"
}

/**
 * The code an account is paid with: accounts in Switzerland and Liechtenstein have QR-bills, in both of their currencies;
 * all others in SEPA the EPC's, in EUR. So do those in Switzerland whose QR-bill cannot be made, as without an address;
 * but a QR-IBAN takes QR-bills alone.
 *
 * @returns null where no correct code can be made
 */
export function paymentQr(payment: PaymentInstructions): PaymentQr | null {
  const iban = electronicFormat(payment.iban)
  const swiss = isSwissIban(iban) ? swissQrPng(payment) : null
  if (swiss) return { ...swiss, standard: "swiss" }
  const epc = isQrIban(iban) ? null : epcQrPng(payment)
  return epc && { ...epc, standard: "epc" }
}
