import type { CheckReason, CheckStatus } from "../../../src/sender/dns/check-result"
import type { DomainCheck } from "../../../src/sender/dns/check-domain"

/** Every way the two deciding checks can come out. */
export const DKIM_RESULTS = {
  "dkim-published": "ok",
  "dkim-missing": "missing",
  "dkim-several-records": "wrong",
  "dkim-revoked": "wrong",
  "dkim-other-key": "wrong",
  "dkim-invalid": "wrong",
  "dns-no-answer": "unknown",
} satisfies Partial<Record<CheckReason, CheckStatus>>
export const SPF_RESULTS = {
  "spf-pass": "ok",
  "spf-missing": "missing",
  "spf-fail": "wrong",
  "spf-softfail": "wrong",
  "spf-neutral": "wrong",
  "spf-several-records": "wrong",
  "spf-too-many-lookups": "wrong",
  "spf-invalid": "wrong",
  "sending-hosts-unknown": "unknown",
  "dns-no-answer": "unknown",
} satisfies Partial<Record<CheckReason, CheckStatus>>

export type DkimReason = keyof typeof DKIM_RESULTS
export type SpfReason = keyof typeof SPF_RESULTS

/** A check that came out so; with a DKIM reason of null, the relay signs. */
export function domainCheck(dkim: DkimReason | null, spf: SpfReason, domain = "lindner.example"): DomainCheck {
  const none = { found: [], wanted: null, record: null }
  const unanswered = { ...none, status: "unknown", reason: "dns-no-answer" } as const
  return {
    domain,
    checked_at: "2026-11-21T12:00:00.000Z",
    dkim_mode: dkim === null ? "relay-signs" : "own-key",
    dkim: {
      ...none,
      check: "dkim",
      status: dkim === null ? "unknown" : DKIM_RESULTS[dkim],
      reason: dkim ?? "dkim-relay-signs",
    },
    spf: { ...none, check: "spf", status: SPF_RESULTS[spf], reason: spf, evaluations: [] },
    return_path_spf: null,
    dmarc: {
      ...unanswered,
      check: "dmarc",
      policy: null,
      adkim: "relaxed",
      aspf: "relaxed",
      published_at: null,
      aligned_by: [],
    },
    mx: { ...unanswered, check: "mx" },
  }
}

export const YES = domainCheck("dkim-published", "spf-pass")
export const NO = domainCheck("dkim-missing", "spf-pass")
export const UNANSWERED = domainCheck("dns-no-answer", "dns-no-answer")
