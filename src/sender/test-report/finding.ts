/** What a test mail is looked at for, in the order of the report. */
export const TEST_CHECKS = ["spf", "dkim", "dmarc", "reply-to", "text-part", "alt-texts", "size", "spam"] as const
export type TestCheck = (typeof TEST_CHECKS)[number]

/** Why a check came out as it did: a closed list, each with a sentence in the admin's locale files. */
export const TEST_REASONS = [
  // SPF of the return path (RFC 7208)
  "spf-pass",
  "spf-missing",
  "spf-fail",
  "spf-softfail",
  "spf-neutral",
  "spf-too-many-lookups",
  "spf-invalid",
  "spf-hosts-unknown",
  "spf-no-answer",
  // DKIM (RFC 6376)
  "dkim-pass",
  "dkim-unsigned",
  "dkim-relay-signs",
  "dkim-key-missing",
  "dkim-fails",
  "dkim-no-answer",
  // DMARC (RFC 7489)
  "dmarc-pass",
  "dmarc-missing",
  "dmarc-several-records",
  "dmarc-invalid",
  "dmarc-fails",
  "dmarc-fails-unpunished",
  "dmarc-depends-on-relay",
  "dmarc-no-answer",
  // the message itself
  "reply-to-same-domain",
  "reply-to-same-organization",
  "reply-to-other-domain",
  "text-part-present",
  "text-part-missing",
  "text-part-empty",
  "alt-texts-present",
  "alt-texts-missing",
  "alt-texts-no-images",
  "size-fits",
  "size-clipped",
  // spamd
  "spam-score-low",
  "spam-score-near",
  "spam-score-high",
  "spam-unanswered",
] as const
export type TestReason = (typeof TEST_REASONS)[number]

/** One line of the report; plain JSON. */
export interface TestFinding {
  check: TestCheck
  /** `warning`: some receivers mind. `bad`: most do. `unknown`: it cannot be told from here. */
  status: "ok" | "warning" | "bad" | "unknown"
  reason: TestReason
  /** Values for the reason's sentence. */
  data: Record<string, string | number>
}
