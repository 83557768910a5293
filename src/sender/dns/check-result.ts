/** Why a check came out as it did: a closed list, each with a sentence in the admin's locale files. */
export const CHECK_REASONS = [
  // DKIM (RFC 6376, 3.6)
  "dkim-published",
  "dkim-missing",
  "dkim-several-records",
  "dkim-revoked",
  "dkim-other-key",
  "dkim-invalid",
  "dkim-relay-signs",
  // SPF (RFC 7208)
  "spf-pass",
  "spf-missing",
  "spf-fail",
  "spf-softfail",
  "spf-neutral",
  "spf-several-records",
  "spf-too-many-lookups",
  "spf-invalid",
  "sending-hosts-unknown",
  // DMARC (RFC 7489)
  "dmarc-aligned",
  "dmarc-missing",
  "dmarc-several-records",
  "dmarc-invalid",
  "dmarc-not-aligned",
  "dmarc-depends-on-relay",
  // MX (RFC 5321, 5.1; RFC 7505)
  "mx-found",
  "mx-implicit",
  "mx-null",
  "mx-missing",
  "domain-missing",
  // any of them
  "dns-no-answer",
] as const
export type CheckReason = (typeof CHECK_REASONS)[number]

/** `missing` and `wrong` are definite; `unknown` says nothing either way. */
export type CheckStatus = "ok" | "missing" | "wrong" | "unknown"

/** A DNS record to copy into a zone; `name` is fully qualified, without a trailing dot. */
export interface DnsRecordToCopy {
  type: "TXT" | "MX"
  name: string
  value: string
}

/** One result of a domain check; plain JSON. */
export interface CheckResult {
  check: "dkim" | "spf" | "dmarc" | "mx"
  status: CheckStatus
  reason: CheckReason
  /** What DNS has, as text. */
  found: string[]
  /** What it should have; null when any value will do. */
  wanted: string | null
  /** What to publish; null when nothing is to be done, or when it is not ours to say. */
  record: DnsRecordToCopy | null
}
