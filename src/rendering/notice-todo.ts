import type { MerchantNotice } from "../kinds/merchant-notice"
import type { StateReason } from "../kinds/state-reasons"

/** What the merchant can do; each has a sentence (`todo.<name>`) in the texts. */
export const TODOS = [
  "correct-address",
  "check-sender",
  "check-bank-details",
  "check-mail-server",
  "check-texts",
  "send-again",
  "read-answer",
  "avoid-address",
  "check-dns",
] as const
export type Todo = (typeof TODOS)[number]

/** With these a mail waits, is skipped or is canceled; none fails, bounces or is complained of. */
type HarmlessReason =
  | "accepted"
  | "awaiting-approval"
  | "before-installation"
  | "canceled-by-user"
  | "capture-mode"
  | "kind-switched-off"
  | "lease-expired"
  | "mail-server-removed"
  | "no-occasion"
  | "not-bank-transfer"
  | "nothing-to-pay"
  | "order-archived"
  | "order-canceled"
  | "order-draft"
  | "outcome-unknown"
  | "order-missing"
  | "order-refunded"
  | "plan-ended"
  | "process-stopped"
  | "dunning-stopped"
  | "step-removed"
  | "step-skipped"
type TroubleReason = Exclude<StateReason, HarmlessReason>

const OF_REASON: Record<TroubleReason, Todo> = {
  "recipient-missing": "correct-address",
  "recipient-invalid": "correct-address",
  "recipient-several": "correct-address",
  "recipient-domain-missing": "correct-address",
  "recipient-refuses-mail": "correct-address",
  "address-unknown": "correct-address",
  "address-moved": "correct-address",
  "address-invalid": "correct-address",
  "domain-not-found": "correct-address",
  "mailbox-disabled": "correct-address",
  "smtputf8-missing": "correct-address",
  "sender-missing": "check-sender",
  "bank-account-missing": "check-bank-details",
  "spam-suspected": "check-sender",
  "sender-refused": "check-sender",
  "authentication-missing": "check-sender",
  "connection-failed": "check-mail-server",
  "dns-failed": "check-mail-server",
  "tls-failed": "check-mail-server",
  "login-failed": "check-mail-server",
  "protocol-error": "check-mail-server",
  "configuration-error": "check-mail-server",
  "template-error": "check-texts",
  "order-unreadable": "send-again",
  "content-damaged": "send-again",
  "mailbox-full": "send-again",
  "mailbox-unavailable": "send-again",
  greylisted: "send-again",
  throttled: "send-again",
  "server-busy": "send-again",
  "network-problem": "send-again",
  "connection-lost": "send-again",
  timeout: "send-again",
  "retries-exhausted": "read-answer",
  "message-too-large": "read-answer",
  "message-refused": "read-answer",
  "policy-refused": "read-answer",
  unclassified: "read-answer",
}

/** @returns null where there is nothing to do */
export function todoOf(notice: MerchantNotice, reason: StateReason | undefined): Todo | null {
  switch (notice) {
    case "new-order":
    case "payment-received":
      return null
    case "mail-failed":
    case "mail-bounced":
      return reason && isTrouble(reason) ? OF_REASON[reason] : "read-answer"
    case "mail-complained":
      return "avoid-address"
    case "domain-broken":
      return "check-dns"
  }
}

function isTrouble(reason: StateReason): reason is TroubleReason {
  return Object.hasOwn(OF_REASON, reason)
}
