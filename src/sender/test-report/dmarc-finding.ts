import { discoverDmarcRecord } from "../dns/dmarc-record"
import { isAligned } from "../dns/organizational-domain"
import type { DnsResolver } from "../dns/resolver"
import type { DkimOfMail } from "./dkim-finding"
import type { TestFinding } from "./finding"
import type { SpfOfMail } from "./spf-finding"

/**
 * DMARC as a receiver evaluates it (RFC 7489, 6.6.2): the mail passes when SPF or a DKIM signature passes for a domain
 * aligned with that of From.
 *
 * @param fromDomain A-labels; null when the message has no usable From
 */
export async function dmarcFinding(
  fromDomain: string | null,
  spf: SpfOfMail,
  dkim: DkimOfMail,
  resolver: DnsResolver,
): Promise<TestFinding> {
  const domain = fromDomain ?? ""
  const finding = (status: TestFinding["status"], reason: TestFinding["reason"], data: TestFinding["data"] = {}) => ({
    check: "dmarc" as const,
    status,
    reason,
    data: { domain, ...data },
  })
  if (fromDomain === null) return finding("bad", "dmarc-invalid")

  const discovery = await discoverDmarcRecord(fromDomain, resolver)
  switch (discovery.outcome) {
    case "no-answer":
      return finding("unknown", "dmarc-no-answer")
    case "missing":
      return finding("warning", "dmarc-missing")
    case "several-records":
      return finding("warning", "dmarc-several-records")
    case "invalid":
      return finding("warning", "dmarc-invalid")
    case "found":
  }
  const { policy, adkim, aspf } = discovery.record
  const spfAligned = isAligned(fromDomain, spf.domain, aspf)
  const by = [
    ...(dkim.domains.some((signer) => isAligned(fromDomain, signer, adkim)) ? ["DKIM"] : []),
    ...(spf.finding.status === "ok" && spfAligned ? ["SPF"] : []),
  ]
  if (by.length > 0) return finding("ok", "dmarc-pass", { policy, by: by.join(" + ") })
  if (dkim.finding.reason === "dkim-relay-signs") return finding("unknown", "dmarc-depends-on-relay", { policy })
  const mayStillPass = dkim.finding.status === "unknown" || (spfAligned && spf.finding.status === "unknown")
  if (mayStillPass) return finding("unknown", "dmarc-no-answer", { policy })
  return policy === "none"
    ? finding("warning", "dmarc-fails-unpunished", { policy })
    : finding("bad", "dmarc-fails", { policy })
}
