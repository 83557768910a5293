import { isIP } from "node:net"
import { asciiDomain } from "../addr-spec"
import { domainOf } from "../compose-message"
import { evaluateSpf, type SpfResult } from "../dns/evaluate-spf"
import type { DnsResolver } from "../dns/resolver"
import { resolveSendingHosts } from "../dns/sending-hosts"
import type { TestFinding, TestReason } from "./finding"

export interface SpfOfMail {
  finding: TestFinding & { check: "spf" }
  /** Domain in MAIL FROM, A-labels. */
  domain: string
}

/** From the worst result to the best; one sending host with a bad one is enough. */
const VERDICTS: readonly [SpfResult, TestFinding["status"], TestReason][] = [
  ["fail", "bad", "spf-fail"],
  ["none", "bad", "spf-missing"],
  ["too-many-lookups", "bad", "spf-too-many-lookups"],
  ["permerror", "bad", "spf-invalid"],
  ["softfail", "warning", "spf-softfail"],
  ["neutral", "warning", "spf-neutral"],
  ["temperror", "unknown", "spf-no-answer"],
  ["pass", "ok", "spf-pass"],
]

/**
 * SPF as a receiver evaluates it (RFC 7208, 2.4): for MAIL FROM, and for each address our mails may come from. HELO is
 * the sending host's name, as far as it has one.
 *
 * @param returnPath the address in MAIL FROM
 * @param hosts names and IP addresses
 */
export async function spfFinding(
  returnPath: string,
  hosts: readonly string[],
  resolver: DnsResolver,
): Promise<SpfOfMail> {
  const given = domainOf(returnPath)
  const domain = asciiDomain(given) ?? given
  const { addresses, known, unanswered } = await resolveSendingHosts(hosts, resolver)
  const results: { ip: string; result: SpfResult }[] = []
  for (const { host, ip } of addresses) {
    const asked = { sender: returnPath, helo: isIP(host) ? domain : host }
    results.push({ ip, result: await evaluateSpf(domain, ip, resolver, asked) })
  }
  for (const [result, status, reason] of VERDICTS) {
    const worst = results.find((one) => one.result === result)
    // A pass of some hosts says nothing about one whose address is not known.
    if (worst && (status !== "ok" || known)) {
      return { domain, finding: { check: "spf", status, reason, data: { domain, ip: worst.ip } } }
    }
  }
  const reason = unanswered ? "spf-no-answer" : "spf-hosts-unknown"
  return { domain, finding: { check: "spf", status: "unknown", reason, data: { domain, ip: hosts.join(", ") } } }
}
