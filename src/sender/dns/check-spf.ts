import type { CheckReason, CheckResult, CheckStatus } from "./check-result"
import { evaluateSpf, evaluateSpfInclude, type SpfEvaluation, type SpfResult } from "./evaluate-spf"
import type { DnsResolver } from "./resolver"
import { visibleAddresses, type SendingAddresses, type SendingHosts } from "./sending-hosts"
import { proposeSpfRecord, spfMechanisms } from "./spf-record"
import { isSpfRecord } from "./spf-syntax"

export interface SpfCheck extends CheckResult {
  check: "spf"
  /** One for each address of our sending hosts; none where an included record lists them. */
  evaluations: SpfEvaluation[]
}

/** The include lists the hosts, so that their addresses do not matter. */
const NOT_ASKED: SendingAddresses = { addresses: [], known: true, unanswered: false }

/**
 * May each of our sending hosts send with this domain in MAIL FROM? One that may not is enough for a no.
 * Where nobody named the hosts, but a domain whose record lists them, that one is asked for: it knows them all.
 *
 * @param domain A-labels
 */
export async function checkSpf(domain: string, sending: SendingHosts, resolver: DnsResolver): Promise<SpfCheck> {
  const byInclude = sending.assumed ? sending.include : null
  const [hosts, texts] = await Promise.all([
    byInclude === null ? visibleAddresses(sending, resolver) : NOT_ASKED,
    resolver.lookup(domain, "TXT"),
  ])
  const found = texts.outcome === "answer" ? texts.records.filter(isSpfRecord) : []
  const evaluations: SpfEvaluation[] = []
  for (const { host, ip } of hosts.addresses) {
    evaluations.push({ host, ip, result: await evaluateSpf(domain, ip, resolver) })
  }
  const results = evaluations.map(({ result }) => result)
  if (byInclude !== null) results.push(await evaluateSpfInclude(domain, byInclude, resolver))
  const { status, reason } = judge(results, hosts, found.length)
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

function judge(given: SpfResult[], hosts: SendingAddresses, records: number): Judgement {
  const results = new Set(given)
  const no = NOES.find(([result]) => results.has(result))?.[1]
  if (no?.reason === "spf-invalid" && records > 1) return { status: "wrong", reason: "spf-several-records" }
  if (no) return no
  if (results.has("temperror") || hosts.unanswered) return { status: "unknown", reason: "dns-no-answer" }
  // The operator's to mend, and no reason to think ill of the domain.
  if (!hosts.known) return { status: "unknown", reason: "sending-hosts-unknown" }
  return { status: "ok", reason: "spf-pass" }
}
