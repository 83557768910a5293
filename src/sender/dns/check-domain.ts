import { checkDkim, type DkimCheck, type DkimMode, type DkimToCheck } from "./check-dkim"
import { checkDmarc, type DmarcCheck } from "./check-dmarc"
import { checkMx, type MxCheck } from "./check-mx"
import { checkSpf, type SpfCheck } from "./check-spf"
import type { DnsResolver } from "./resolver"
import type { SendingHosts } from "./sending-hosts"

export interface DomainToCheck {
  /** Domain of the sender's address, A-labels in lower case. */
  domain: string
  dkim: DkimToCheck
  /** Domain in MAIL FROM; null: the sender's own. */
  returnPathDomain: string | null
  sending: SendingHosts
}

/** Everything DNS says about sending for a domain, at one time. Plain JSON. */
export interface DomainCheck {
  domain: string
  /** ISO 8601, UTC. */
  checked_at: string
  dkim_mode: DkimMode
  dkim: DkimCheck
  /** SPF of the sender's own domain. */
  spf: SpfCheck
  /** SPF of the return path, where that has another domain. It is the operator's, and decides no identity. */
  return_path_spf: SpfCheck | null
  dmarc: DmarcCheck
  mx: MxCheck
}

/**
 * Asks DNS whether we may send for a domain. Never throws for what DNS says or leaves out.
 *
 * @throws Error when our own DKIM key cannot be read
 */
export async function checkDomain(toCheck: DomainToCheck, resolver: DnsResolver, now: Date): Promise<DomainCheck> {
  const { domain, sending } = toCheck
  const returnPathDomain = toCheck.returnPathDomain ?? domain
  const [dkim, spf, returnPathSpf, mx] = await Promise.all([
    checkDkim(domain, toCheck.dkim, resolver),
    checkSpf(domain, sending, resolver),
    returnPathDomain === domain ? null : checkSpf(returnPathDomain, sending, resolver),
    checkMx(domain, resolver),
  ])
  const dmarc = await checkDmarc(domain, { dkim, spf: returnPathSpf ?? spf, returnPathDomain }, resolver)
  return {
    domain,
    checked_at: now.toISOString(),
    dkim_mode: toCheck.dkim.mode,
    dkim,
    spf,
    return_path_spf: returnPathSpf,
    dmarc,
    mx,
  }
}
