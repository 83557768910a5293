import type { KindContext } from "./kind"
import type { MailOccasion, MoneyMovement } from "./occasion"
import type { OrderFacts } from "./order-facts"

/** The payment a mail is about: the one it was made for, else the newest; null when nothing was paid. */
export function paymentOf({ captures }: Pick<OrderFacts, "captures">, occasion: MailOccasion): MoneyMovement | null {
  return occasion.type === "payment" ? occasion.payment : (captures.at(-1) ?? null)
}

/** The refund a mail is about: the one it was made for, else the newest; null when nothing was paid back. */
export function refundOf({ refunds }: Pick<OrderFacts, "refunds">, occasion: MailOccasion): MoneyMovement | null {
  return occasion.type === "refund" ? occasion.refund : (refunds.at(-1) ?? null)
}

/** Whether money moved before the plugin was there, and nobody asked for a mail all the same. */
export function movedBeforeInstallation({ at }: MoneyMovement, { askedByUser, installedAt }: KindContext): boolean {
  return !askedByUser && Date.parse(at) < Date.parse(installedAt)
}
