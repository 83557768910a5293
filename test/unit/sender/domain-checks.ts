import type { CheckReason, CheckStatus } from "../../../src/sender/dns/check-result"
import type { DomainCheck } from "../../../src/sender/dns/check-domain"
import type { DmarcPolicy } from "../../../src/sender/dns/dmarc-record"

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

/** What DNS says where the return path is at another domain than the sender. */
export interface ReturnPathResult {
  /** Null: there is no DMARC record, or none that can be read. */
  policy: DmarcPolicy | "no-answer" | null
  aligned: "by-spf" | "no-answer" | "no"
}
const POLICIES: ReturnPathResult["policy"][] = ["none", "quarantine", "reject", "no-answer", null]
export const RETURN_PATH_RESULTS: ReturnPathResult[] = POLICIES.flatMap((policy) =>
  (["by-spf", "no-answer", "no"] as const).map((aligned) => ({ policy, aligned })),
)

const AN_HOUR_MS = 60 * 60 * 1000

/** The same check so many minutes past noon. */
export function at(minutes: number, check: DomainCheck): DomainCheck {
  return { ...check, checked_at: new Date(Date.UTC(2026, 10, 21, 12, minutes)).toISOString() }
}

/** Checks an hour apart. */
export function hourly(checks: readonly DomainCheck[]): DomainCheck[] {
  return checks.map((check, n) => ({
    ...check,
    checked_at: new Date(Date.UTC(2026, 10, 21) + n * AN_HOUR_MS).toISOString(),
  }))
}

/** The same check where the return path is at another domain. */
export function withReturnPath(check: DomainCheck, { policy, aligned }: ReturnPathResult): DomainCheck {
  const none = { found: [], wanted: null, record: null }
  const status = { "by-spf": "ok", "no-answer": "unknown", no: "wrong" } as const
  const reason = { "by-spf": "spf-pass", "no-answer": "dns-no-answer", no: "spf-fail" } as const
  const found = policy === "no-answer" ? null : policy
  const isSilent = policy === "no-answer" || (aligned === "no-answer" && policy !== null)
  return {
    ...check,
    return_path_spf: { ...none, check: "spf", status: status[aligned], reason: reason[aligned], evaluations: [] },
    dmarc: {
      ...check.dmarc,
      ...(isSilent
        ? { status: "unknown", reason: "dns-no-answer" }
        : policy === null
          ? { status: "missing", reason: "dmarc-missing" }
          : aligned === "by-spf"
            ? { status: "ok", reason: "dmarc-aligned" }
            : { status: "unknown", reason: "dmarc-depends-on-relay" }),
      policy: found,
      aligned_by: aligned === "by-spf" ? ["spf"] : [],
    },
  }
}

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
