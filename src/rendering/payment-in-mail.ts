import { readLayout } from "./read-layout"
import { kindsWithLayout, MERCHANT_LAYOUTS } from "./template-files"

/** Whether a kind's mails say how to pay, and so have an amount due, a date and a reference. */
export type PaymentInMail = "always" | "while-open" | "never"

const known = new Map<string, PaymentInMail>()

/** @returns what the kind's layout says: "while-open" where it has the payment box only when there is something to pay */
export function paymentInMail(kind: string): PaymentInMail {
  let payment = known.get(kind)
  if (payment === undefined) {
    // What has no layout is reported where it is to be filled.
    if (!kindsWithLayout().includes(kind) && !MERCHANT_LAYOUTS.includes(kind)) return "never"
    payment = readPayment(readLayout(kind, "mjml"))
    known.set(kind, payment)
  }
  return payment
}

function readPayment(layout: string): PaymentInMail {
  if (!layout.includes("{{payment.")) return "never"
  return layout.includes("{{#if payment}}") ? "while-open" : "always"
}
