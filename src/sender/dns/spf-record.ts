import { isIPv6 } from "node:net"
import type { SendingAddress, SendingHosts } from "./sending-hosts"
import { readSpfTerm } from "./spf-syntax"

const VERSION = "v=spf1"
const ALL = /^[-+~?]?all$/i
const REDIRECT = /^redirect=/i

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
  const terms = found
    .flatMap((record) => record.trim().split(/\s+/).slice(1))
    .filter((term) => readSpfTerm(term) !== null)
  const kept = terms.filter((term) => !ALL.test(term) && !REDIRECT.test(term))
  const end = terms.find((term) => ALL.test(term)) ?? terms.find((term) => REDIRECT.test(term)) ?? "~all"
  return [VERSION, ...new Set([...mechanisms, ...kept]), end].join(" ")
}
