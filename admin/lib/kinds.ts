/** Kinds the plugin itself brings texts for. A developer's own kinds are shown by their identifier. */
export const NAMED_KINDS = [
  "payment-info",
  "payment-reminder",
  "dunning",
  "payment-received",
  "refund-issued",
  "order-canceled-unpaid",
  "invoice",
] as const

/** Mails to the merchant, which are no order mails of a customer. */
export const MERCHANT_MAILS = ["merchant-notice", "merchant-digest", "merchant-copy"] as const

export const isMerchantMail = (kind: string): boolean => (MERCHANT_MAILS as readonly string[]).includes(kind)

/** Kinds that only a dunning plan sends: what comes next on an order has "send now" for them. */
const PLAN_KINDS: readonly string[] = ["payment-reminder", "dunning"]

export const isPlanKind = (kind: string): boolean => PLAN_KINDS.includes(kind)

/** "review-request" -> "Review request". */
export function readableIdentifier(identifier: string): string {
  const words = identifier.replace(/[-_]+/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
