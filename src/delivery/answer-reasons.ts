/**
 * Why a server answered as it did: a closed vocabulary, stored with the mail, translated in the admin
 * (`reasons.<code>` in admin/i18n) and switched on in code. Each is a class of RFC 3463 codes or a failure of
 * the connection itself.
 */
export const ANSWER_REASONS = [
  "accepted",
  "address-unknown",
  "address-moved",
  "address-invalid",
  "domain-not-found",
  "mailbox-disabled",
  "mailbox-full",
  "mailbox-unavailable",
  "message-too-large",
  "message-refused",
  "policy-refused",
  "spam-suspected",
  "sender-refused",
  "authentication-missing",
  "greylisted",
  "throttled",
  "server-busy",
  "network-problem",
  "connection-failed",
  "connection-lost",
  "timeout",
  "dns-failed",
  "tls-failed",
  "login-failed",
  "smtputf8-missing",
  "protocol-error",
  "configuration-error",
  "outcome-unknown",
  "unclassified",
] as const
export type AnswerReason = (typeof ANSWER_REASONS)[number]
