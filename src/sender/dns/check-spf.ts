import type { CheckReason, CheckResult, CheckStatus } from "./check-result"
import { evaluateSpf, type SpfEvaluation, type SpfResult } from "./evaluate-spf"
import type { DnsResolver } from "./resolver"
import { resolveSendingHosts, type SendingAddresses, type SendingHosts } from "./sending-hosts"
import { proposeSpfRecord, spfMechanisms } from "./spf-record"
import { isSpfRecord } from "./spf-syntax"

export interface SpfCheck extends CheckResult {
  check: "spf"
  /** One for each address of our sending hosts. */
  evaluations: SpfEvaluation[]
}

/**
 * May each of our sending hosts send with this domain in MAIL FROM? One that may not is enough for a no.
 *
 * @param domain A-labels
 */
export async function checkSpf(domain: string, sending: SendingHosts, resolver: DnsResolver): Promise<SpfCheck> {
  const [hosts, texts] = await Promise.all([
    resolveSendingHosts(sending.hosts, resolver),
    resolver.lookup(domain, "TXT"),
  ])
  const found = texts.outcome === "answer" ? texts.records.filter(isSpfRecord) : []
  const evaluations: SpfEvaluation[] = []
  for (const { host, ip } of hosts.addresses) {
    evaluations.push({ host, ip, result: await evaluateSpf(domain, ip, resolver) })
  }
  const { status, reason } = judge(evaluations, hosts, found.length)
  const mechanisms = spfMechanisms(sending, hosts.addresses, reason === "spf-too-many-lookups")
  const value = mechanisms.length > 0 ? proposeSpfRecord(found, mechanisms) : null
  const copy = status === "missing" || status === "wrong"
  return {
    check: "spf",
    status,
    reason,
    found,
    wanted: value && (copy ? value : mechanisms.join(" ")),
    record: copy && value ? { type: "TXT", name: domain, value } : null,
    evaluations,
  }
}

interface Judgement {
  status: CheckStatus
  reason: CheckReason
}

/** What the worst result says; a definite no weighs more than an answer that is missing. */
const NOES: [SpfResult, Judgement][] = [
  ["none", { status: "missing", reason: "spf-missing" }],
  ["too-many-lookups", { status: "wrong", reason: "spf-too-many-lookups" }],
  ["permerror", { status: "wrong", reason: "spf-invalid" }],
  ["fail", { status: "wrong", reason: "spf-fail" }],
  ["softfail", { status: "wrong", reason: "spf-softfail" }],
  ["neutral", { status: "wrong", reason: "spf-neutral" }],
]

function judge(evaluations: SpfEvaluation[], hosts: SendingAddresses, records: number): Judgement {
  const results = new Set(evaluations.map(({ result }) => result))
  const no = NOES.find(([result]) => results.has(result))?.[1]
  if (no?.reason === "spf-invalid" && records > 1) return { status: "wrong", reason: "spf-several-records" }
  if (no) return no
  if (results.has("temperror") || hosts.unanswered) return { status: "unknown", reason: "dns-no-answer" }
  // The operator's to mend, and no reason to think ill of the domain.
  if (!hosts.known) return { status: "unknown", reason: "sending-hosts-unknown" }
  return { status: "ok", reason: "spf-pass" }
}
