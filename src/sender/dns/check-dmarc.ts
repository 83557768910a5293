import type { DkimCheck } from "./check-dkim"
import type { CheckResult } from "./check-result"
import type { SpfCheck } from "./check-spf"
import { discoverDmarcRecord, type AlignmentMode, type DmarcPolicy } from "./dmarc-record"
import { isAligned, organizationalDomain } from "./organizational-domain"
import type { DnsResolver } from "./resolver"

export interface DmarcCheck extends CheckResult {
  check: "dmarc"
  /** What the domain asks receivers to do; null without a usable record. */
  policy: DmarcPolicy | null
  adkim: AlignmentMode
  aspf: AlignmentMode
  /** Domain the record was found at: the domain itself or its organizational domain. */
  published_at: string | null
  /** By which of the two a mail of ours would pass; one is enough. */
  aligned_by: ("dkim" | "spf")[]
}

export interface Authentication {
  /** We sign with `d=` the From domain, so our own signature is aligned in either mode. */
  dkim: DkimCheck
  /** SPF of the return path, whatever its domain. */
  spf: SpfCheck
  /** Domain in MAIL FROM. */
  returnPathDomain: string
}

const ADVISED_RECORD = "v=DMARC1; p=none"

/**
 * Would our mails pass the domain's DMARC policy (RFC 7489, 3.1 and 6.6.2)?
 *
 * @param domain the From domain, A-labels
 */
export async function checkDmarc(domain: string, ours: Authentication, resolver: DnsResolver): Promise<DmarcCheck> {
  const discovery = await discoverDmarcRecord(domain, resolver)
  const published = "publishedAt" in discovery ? discovery : null
  const record = discovery.outcome === "found" ? discovery.record : null
  const adkim = record?.adkim ?? "relaxed"
  const aspf = record?.aspf ?? "relaxed"
  const alignedBy: DmarcCheck["aligned_by"] = []
  if (ours.dkim.status === "ok") alignedBy.push("dkim")
  const spfAligned = isAligned(domain, ours.returnPathDomain, aspf)
  if (ours.spf.status === "ok" && spfAligned) alignedBy.push("spf")

  const base = {
    check: "dmarc" as const,
    found: published?.texts ?? [],
    policy: record?.policy ?? null,
    adkim,
    aspf,
    published_at: published?.publishedAt ?? null,
    aligned_by: alignedBy,
  }
  const toPublish = {
    wanted: ADVISED_RECORD,
    record: {
      type: "TXT" as const,
      name: `_dmarc.${published?.publishedAt ?? organizationalDomain(domain)}`,
      value: ADVISED_RECORD,
    },
  }
  const nothing = { wanted: null, record: null }
  switch (discovery.outcome) {
    case "no-answer":
      return { ...base, ...nothing, status: "unknown", reason: "dns-no-answer" }
    case "missing":
      return { ...base, ...toPublish, status: "missing", reason: "dmarc-missing" }
    case "several-records":
      return { ...base, ...nothing, status: "wrong", reason: "dmarc-several-records" }
    case "invalid":
      return { ...base, ...toPublish, status: "wrong", reason: "dmarc-invalid" }
    case "found":
      if (alignedBy.length > 0) return { ...base, ...nothing, status: "ok", reason: "dmarc-aligned" }
      if (spfAligned && ours.spf.status === "unknown") {
        return { ...base, ...nothing, status: "unknown", reason: "dns-no-answer" }
      }
      if (ours.dkim.reason === "dkim-relay-signs") {
        return { ...base, ...nothing, status: "unknown", reason: "dmarc-depends-on-relay" }
      }
      if (ours.dkim.status === "unknown") {
        return { ...base, ...nothing, status: "unknown", reason: "dns-no-answer" }
      }
      return { ...base, ...nothing, status: "wrong", reason: "dmarc-not-aligned" }
  }
}
