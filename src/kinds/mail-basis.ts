import { compareDecimals } from "./decimal"
import type { OrderFacts } from "./order-facts"

/** What of an order a mail rests on. Once it has changed, the mail must not leave as it is. */
export interface MailBasis {
  status: string
  currency_code: string
  /** Decimal strings in major units. */
  total: string
  open: string
  paid: string
  refunded: string
  /** The order's address; null when the mail goes to another one on purpose. */
  email: string | null
}

export type BasisField = keyof MailBasis

/** @param to the address the mail goes to instead of the order's, or null */
export function basisOf({ status, currency_code, totals, email }: OrderFacts, to: string | null): MailBasis {
  const { total, open, paid, refunded } = totals
  return { status, currency_code, total, open, paid, refunded, email: to === null ? email : null }
}

/** @returns what is not as it was; amounts are compared by value */
export function changesSince(before: MailBasis, now: MailBasis): BasisField[] {
  const isSame: Record<BasisField, boolean> = {
    status: before.status === now.status,
    currency_code: before.currency_code === now.currency_code,
    total: compareDecimals(before.total, now.total) === 0,
    open: compareDecimals(before.open, now.open) === 0,
    paid: compareDecimals(before.paid, now.paid) === 0,
    refunded: compareDecimals(before.refunded, now.refunded) === 0,
    email: before.email === null || before.email === now.email,
  }
  return (Object.keys(isSame) as BasisField[]).filter((field) => !isSame[field])
}
