/** Why a mail goes out under the identity it has; each has a sentence in the admin's locale files. */
export const SENDER_REASONS = [
  // own domain
  "verified",
  "operator-vouches",
  "no-fallback-configured",
  // fallback
  "no-address",
  "address-invalid",
  "freemail",
  "domain-not-checked",
  "dns-unanswered",
  "sending-hosts-unknown",
  "dkim-missing",
  "dkim-wrong",
  "spf-missing",
  "spf-fails",
  "spf-invalid",
  "dmarc-not-aligned",
] as const
export type SenderReason = (typeof SENDER_REASONS)[number]
