import type { DnsResolver } from "./resolver"
import { SpfCheckHost, SpfError, type SpfResult, type SpfSession } from "./spf-check-host"

export type { SpfResult }

export interface SpfEvaluation {
  /** The sending host as it was given. */
  host: string
  ip: string
  result: SpfResult
}

/**
 * Asks what a receiver asks: may this address send with that domain in MAIL FROM (RFC 7208, check_host)?
 *
 * Written here because mailauth 4.13 lets pass what receivers refuse: it reads no further than the first match, so that
 * an error behind it is not seen (4.6), takes `%{d}` of an included record for the sender's domain (7.2), and counts a
 * name without an address of the sender's family as none of the void look-ups (4.6.4). Checked in test/debian against
 * pyspf, by a table and by records made up at random.
 *
 * @param domain A-labels
 * @param ip IPv4 or IPv6 address of the sending host
 * @param session what else macros may ask for (RFC 7208, 7.2): the whole address in MAIL FROM, and HELO
 */
export async function evaluateSpf(
  domain: string,
  ip: string,
  resolver: DnsResolver,
  session: SpfSession = sessionOf(domain),
): Promise<SpfResult> {
  return checkHost(domain, ip, resolver, session, null)
}

function sessionOf(domain: string): SpfSession {
  return { sender: `postmaster@${domain}`, helo: domain }
}

async function checkHost(
  domain: string,
  ip: string,
  resolver: DnsResolver,
  session: SpfSession,
  listedBy: string | null,
): Promise<SpfResult> {
  try {
    return await new SpfCheckHost(session, ip, resolver, listedBy).check(domain)
  } catch (error) {
    if (error instanceof SpfError) return error.result
    throw error
  }
}

/** From TEST-NET-1 (RFC 5737): no record permits it but those that permit everybody. */
const NOBODYS_ADDRESS = "192.0.2.1"

/**
 * May whoever `include` lists send with that domain in MAIL FROM? As {@link evaluateSpf}, for hosts whose addresses only
 * `include` knows: its record must be there and without error, and the domain's must come to it, directly or through
 * others, before it says something else.
 *
 * @param domain A-labels
 * @param include A-labels
 */
export async function evaluateSpfInclude(domain: string, include: string, resolver: DnsResolver): Promise<SpfResult> {
  return checkHost(domain, NOBODYS_ADDRESS, resolver, sessionOf(domain), include.toLowerCase())
}
