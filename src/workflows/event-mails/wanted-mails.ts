import { compareDecimals, isPositive } from "../../kinds/decimal"
import type { MailOccasion, MoneyMovement } from "../../kinds/occasion"
import type { OrderFacts } from "../../kinds/order-facts"

/** A mail that an order should have, apart from its reminders. */
export interface WantedMail {
  kind: "payment-received" | "refund-issued" | "order-canceled-unpaid" | "payment-info"
  occasion: MailOccasion
}

/** What the customer was told last of what the order costs. */
export interface ToldAmount {
  /** Decimal strings in major units: the order's total, and what was open of it. */
  total: string
  open: string
}

/** An event is handled within minutes, days after an outage; a mail about older money would only puzzle. */
const RECENT_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Every mail that what happened to an order calls for, whether it was made already or not: their idempotency keys tell.
 * So it makes no difference which event, or none, made us look.
 *
 * @param told null: the customer was never told how to pay, or a mail with the amount is on its way and is looked at again
 */
export function wantedMails(facts: OrderFacts, told: ToldAmount | null, now: Date): WantedMail[] {
  const isRecent = ({ at }: MoneyMovement): boolean => now.getTime() - Date.parse(at) < RECENT_MS
  return [
    ...facts.captures
      .filter(isRecent)
      .map((payment): WantedMail => ({ kind: "payment-received", occasion: { type: "payment", payment } })),
    ...facts.refunds
      .filter(isRecent)
      .map((refund): WantedMail => ({ kind: "refund-issued", occasion: { type: "refund", refund } })),
    ...(facts.status === "canceled"
      ? [{ kind: "order-canceled-unpaid", occasion: { type: "canceled" } } satisfies WantedMail]
      : []),
    ...(asksForAnotherAmount(facts, told)
      ? [{ kind: "payment-info", occasion: { type: "changed" } } satisfies WantedMail]
      : []),
  ]
}

/** Not after a payment, which lowers what is open and leaves the total: that customer is thanked and told what is left. */
function asksForAnotherAmount({ status, totals }: OrderFacts, told: ToldAmount | null): boolean {
  if (told === null || status === "canceled" || !isPositive(totals.open) || isPositive(totals.refunded)) return false
  return compareDecimals(told.total, totals.total) !== 0 && compareDecimals(told.open, totals.open) !== 0
}
