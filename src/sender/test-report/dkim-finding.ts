import { dkimVerify } from "mailauth/lib/dkim/verify"
import { mailauthResolver } from "../dns/mailauth-resolver"
import type { DnsResolver } from "../dns/resolver"
import type { TestFinding } from "./finding"

export interface DkimOfMail {
  finding: TestFinding & { check: "dkim" }
  /** `d=` domains of the signatures that hold. */
  domains: string[]
}

interface Signature {
  domain: string
  selector: string
  passes: boolean
}

/**
 * The message's DKIM signatures as a receiver verifies them (RFC 6376, 6). One that holds is enough.
 *
 * @param relaySigns the mail server may add a signature after us, which cannot be seen from here
 */
export async function dkimFinding(message: Buffer, relaySigns: boolean, resolver: DnsResolver): Promise<DkimOfMail> {
  const signatures = await verify(message, resolver)
  const holding = signatures.filter(({ passes }) => passes)
  const shown = holding[0] ?? signatures[0]
  const domains = holding.map(({ domain }) => domain)
  if (!shown) {
    const [status, reason] = relaySigns
      ? (["unknown", "dkim-relay-signs"] as const)
      : (["bad", "dkim-unsigned"] as const)
    return { domains, finding: { check: "dkim", status, reason, data: {} } }
  }
  const { domain, selector } = shown
  const verdict = shown.passes ? PASS : await whyItFails(shown, resolver)
  return { domains, finding: { check: "dkim", ...verdict, data: { domain, selector } } }
}

type Verdict = Pick<TestFinding, "status" | "reason">
const PASS: Verdict = { status: "ok", reason: "dkim-pass" }

async function verify(message: Buffer, resolver: DnsResolver): Promise<Signature[]> {
  const { results } = await dkimVerify(message, { resolver: mailauthResolver(resolver).resolve }).catch(
    () => NO_RESULTS,
  )
  return results.flatMap(({ status, signingDomain, selector }) =>
    signingDomain ? [{ domain: signingDomain, selector: selector ?? "", passes: status.result === "pass" }] : [],
  )
}

/** Bytes that are no message have no signature. */
const NO_RESULTS = { results: [] }

/** mailauth tells it in words only; whether the key's record is there is what its owner must know. */
async function whyItFails({ domain, selector }: Signature, resolver: DnsResolver): Promise<Verdict> {
  const { outcome } = await resolver.lookup(`${selector}._domainkey.${domain}`, "TXT")
  switch (outcome) {
    case "no-answer":
      return { status: "unknown", reason: "dkim-no-answer" }
    case "no-such-name":
    case "no-data":
      return { status: "bad", reason: "dkim-key-missing" }
    case "answer":
      return { status: "bad", reason: "dkim-fails" }
  }
}
