import { dkimDnsRecord } from "../dkim/dns-record"
import type { CheckReason, CheckResult, CheckStatus } from "./check-result"
import { readDkimRecord } from "./read-dkim-record"
import type { DnsResolver } from "./resolver"

/** Who signs: we, with a key of our own, or the mail server we hand mails to. */
export type DkimToCheck =
  | {
      mode: "own-key"
      selector: string
      /** Base64 of the SubjectPublicKeyInfo in DER. */
      publicKey: string
    }
  | { mode: "relay-signs" }
export type DkimMode = DkimToCheck["mode"]

export interface DkimCheck extends CheckResult {
  check: "dkim"
}

/**
 * Is our public key published at `<selector>._domainkey.<domain>` (RFC 6376, 3.6.2)? Several records there are wrong
 * even if ours is among them: the result of a verification is then undefined.
 *
 * @param domain A-labels
 * @throws Error when our own key cannot be read
 */
export async function checkDkim(domain: string, dkim: DkimToCheck, resolver: DnsResolver): Promise<DkimCheck> {
  // The relay chooses selector and key, and tells neither.
  if (dkim.mode === "relay-signs") {
    return { check: "dkim", status: "unknown", reason: "dkim-relay-signs", found: [], wanted: null, record: null }
  }
  const { name, value } = dkimDnsRecord(dkim.selector, domain, dkim.publicKey)
  const answer = await resolver.lookup(name, "TXT")
  const found = answer.outcome === "answer" ? answer.records : []
  const { status, reason } = answer.outcome === "no-answer" ? NO_ANSWER : judge(found, dkim.publicKey)
  const record = status === "ok" ? null : { type: "TXT" as const, name, value }
  return { check: "dkim", status, reason, found, wanted: value, record }
}

interface Judgement {
  status: CheckStatus
  reason: CheckReason
}

const NO_ANSWER: Judgement = { status: "unknown", reason: "dns-no-answer" }

function judge(found: string[], publicKey: string): Judgement {
  const [text, ...more] = found
  if (text === undefined) return { status: "missing", reason: "dkim-missing" }
  if (more.length > 0) return { status: "wrong", reason: "dkim-several-records" }
  const reading = readDkimRecord(text, publicKey)
  if (reading === "our-key") return { status: "ok", reason: "dkim-published" }
  return { status: "wrong", reason: `dkim-${reading}` }
}
