import type { StateReason } from "../../src/api/types"

/** What the merchant can do about a mail in trouble; each has a sentence in the locale files. */
export const REMEDIES = [
  "correct-address",
  "try-later",
  "correct-template",
  "make-smaller",
  "check-sender",
  "check-mail-server",
  "set-up-mail-server",
  "look-before-resending",
  "read-answer",
  "nothing-to-do",
] as const
export type Remedy = (typeof REMEDIES)[number]

const REMEDY_OF_REASON: Record<StateReason, Remedy> = {
  "recipient-missing": "correct-address",
  "recipient-invalid": "correct-address",
  "recipient-several": "correct-address",
  "nothing-to-pay": "nothing-to-do",
  "not-bank-transfer": "nothing-to-do",
  "before-installation": "nothing-to-do",
  "order-canceled": "nothing-to-do",
  "template-error": "correct-template",
  "capture-mode": "set-up-mail-server",
  "retries-exhausted": "read-answer",
  "canceled-by-user": "nothing-to-do",
  "lease-expired": "look-before-resending",
  "process-stopped": "nothing-to-do",
  "content-damaged": "try-later",
  "order-unreadable": "try-later",
  accepted: "nothing-to-do",
  "address-unknown": "correct-address",
  "address-moved": "correct-address",
  "address-invalid": "correct-address",
  "domain-not-found": "correct-address",
  "mailbox-disabled": "correct-address",
  "mailbox-full": "try-later",
  "mailbox-unavailable": "try-later",
  "message-too-large": "make-smaller",
  "message-refused": "read-answer",
  "policy-refused": "read-answer",
  "spam-suspected": "check-sender",
  "sender-refused": "check-sender",
  "authentication-missing": "check-sender",
  greylisted: "try-later",
  throttled: "try-later",
  "server-busy": "try-later",
  "network-problem": "try-later",
  "connection-failed": "check-mail-server",
  "connection-lost": "try-later",
  timeout: "try-later",
  "dns-failed": "check-mail-server",
  "tls-failed": "check-mail-server",
  "login-failed": "check-mail-server",
  "smtputf8-missing": "correct-address",
  "protocol-error": "check-mail-server",
  "configuration-error": "check-mail-server",
  "outcome-unknown": "look-before-resending",
  unclassified: "read-answer",
}

export const isStateReason = (code: string): code is StateReason => Object.hasOwn(REMEDY_OF_REASON, code)

export const remedyOf = (reason: StateReason | null): Remedy => (reason ? REMEDY_OF_REASON[reason] : "read-answer")
