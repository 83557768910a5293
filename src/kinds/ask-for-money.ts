import { isPositive } from "./decimal"
import type { KindContext, KindDecision, OwnReason } from "./kind"
import type { OrderFacts } from "./order-facts"

/** Whether the order is paid by transfer: before delivery, or on invoice. */
export function isBankTransfer({ payment_provider_ids }: OrderFacts, { paymentProviders }: KindContext): boolean {
  const { prepayment, invoice } = paymentProviders
  return payment_provider_ids.some((id) => prepayment.includes(id) || invoice.includes(id))
}

/** Whether the order is older than the plugin, and nobody asked for a mail all the same. */
export function isBeforeInstallation({ placed_at }: OrderFacts, { askedByUser, installedAt }: KindContext): boolean {
  return !askedByUser && Date.parse(placed_at) < Date.parse(installedAt)
}

/** The order asks for no money, whoever asks for the mail: it is canceled, or paid. */
export function reasonToAskNothing({ status, totals }: OrderFacts): OwnReason | null {
  if (status === "canceled") return "order-canceled"
  return isPositive(totals.open) ? null : "nothing-to-pay"
}

/**
 * Whether a step of the dunning plan may be written: to nobody who paid, was paid back, or whose order is over. What the
 * plan itself says (stops, timing, order of the steps) is not asked here.
 */
export function decideDemand(facts: OrderFacts, context: KindContext): KindDecision {
  const reason = reasonAgainstDemand(facts, context)
  return reason === null ? { send: true } : { send: false, reason, silent: false }
}

function reasonAgainstDemand(facts: OrderFacts, context: KindContext): OwnReason | null {
  // A reminder names its level and its date, and only a plan knows them.
  if (context.occasion.type !== "demand") return "no-occasion"
  if (facts.status === "archived") return "order-archived"
  if (facts.status === "draft") return "order-draft"
  const reason = reasonToAskNothing(facts)
  if (reason !== null) return reason
  // What was paid back counts as open again in Medusa; whether the customer owes it, only the merchant knows.
  if (isPositive(facts.totals.refunded)) return "order-refunded"
  if (!isBankTransfer(facts, context)) return "not-bank-transfer"
  return isBeforeInstallation(facts, context) ? "before-installation" : null
}
