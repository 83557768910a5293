import { isIPv6 } from "node:net"
import type { SendingAddress, SendingHosts } from "./sending-hosts"

const VERSION = "v=spf1"
/** Terms as RFC 7208 (4.6.1) has them; the rest of a broken record is not carried on. */
const TERM =
  /^(?:[-+~?]?(?:all|include:\S+|a(?:[:/]\S+)?|mx(?:[:/]\S+)?|ptr(?::\S+)?|ip[46]:\S+|exists:\S+)|[a-z][\w.-]*=\S+)$/i
const ALL = /^[-+~?]?all$/i
const REDIRECT = /^redirect=/i

/** Is this TXT record an SPF one (RFC 7208, 4.5)? */
export function isSpfRecord(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text.trim())
}

/**
 * The mechanisms that permit our hosts.
 *
 * @param byAddress as `ip4` and `ip6`, which cost no look-ups
 */
export function spfMechanisms(sending: SendingHosts, addresses: SendingAddress[], byAddress: boolean): string[] {
  if (sending.include && !byAddress) return [`include:${sending.include}`]
  const mechanisms = addresses.map(({ host, ip }) => {
    if (host !== ip && !byAddress) return `a:${host}`
    return `${isIPv6(ip) ? "ip6" : "ip4"}:${ip}`
  })
  return [...new Set(mechanisms)]
}

/**
 * The record to publish instead of what is there: ours first, then everything the domain already permits, then its
 * `all` or `redirect`. Several records become one, because a domain may have only one (RFC 7208, 3.2).
 */
export function proposeSpfRecord(found: readonly string[], mechanisms: readonly string[]): string {
  const terms = found.flatMap((record) => record.trim().split(/\s+/).slice(1)).filter((term) => TERM.test(term))
  const kept = terms.filter((term) => !ALL.test(term) && !REDIRECT.test(term))
  const end = terms.find((term) => ALL.test(term)) ?? terms.find((term) => REDIRECT.test(term)) ?? "~all"
  return [VERSION, ...new Set([...mechanisms, ...kept]), end].join(" ")
}
