import { isIP } from "node:net"
import { isPublicAddress } from "../smtp/host-guard"
import type { DnsResolver } from "./resolver"

export interface SendingHosts {
  /** Names and IP addresses that receivers see our mails come from. */
  hosts: readonly string[]
  /** Domain whose SPF record lists them, to be included by others; null: they are listed one by one. */
  include: string | null
  /**
   * Nobody named the hosts: they are the mail server we hand mails to, which may send them on from anywhere. Then `include`
   * knows better, and an address that no receiver can see is none.
   */
  assumed?: boolean
  /** Addresses in private networks count as well: for a shop whose receivers are there, as in tests. */
  allowPrivate?: boolean
}

export interface SendingAddress {
  /** As it was given: a name or an IP address. */
  host: string
  ip: string
}

/** The IP addresses receivers may see mails come from. `known` is false when a name has no address we could learn. */
export interface SendingAddresses {
  addresses: SendingAddress[]
  known: boolean
  /** Whether a server did not answer for one of the names. */
  unanswered: boolean
}

/** The addresses of hosts, without those of assumed hosts that receivers cannot see; see {@link SendingHosts}. */
export async function visibleAddresses(sending: SendingHosts, resolver: DnsResolver): Promise<SendingAddresses> {
  const resolved = await resolveSendingHosts(sending.hosts, resolver)
  if (!sending.assumed || sending.allowPrivate) return resolved
  const addresses = resolved.addresses.filter(({ ip }) => isPublicAddress(ip))
  const isSeen = (host: string) => addresses.some((address) => address.host === host)
  return { ...resolved, addresses, known: resolved.known && sending.hosts.every(isSeen) }
}

/** @param hosts names and IPv4 or IPv6 addresses; a name stands for all of its addresses. */
export async function resolveSendingHosts(hosts: readonly string[], resolver: DnsResolver): Promise<SendingAddresses> {
  const resolved = await Promise.all(hosts.map((host) => addressesOf(host, resolver)))
  return {
    addresses: resolved.flatMap(({ addresses }) => addresses),
    known: hosts.length > 0 && resolved.every(({ addresses }) => addresses.length > 0),
    unanswered: resolved.some(({ unanswered }) => unanswered),
  }
}

async function addressesOf(host: string, resolver: DnsResolver) {
  if (isIP(host)) return { addresses: [{ host, ip: host }], unanswered: false }
  const answers = await Promise.all([resolver.lookup(host, "A"), resolver.lookup(host, "AAAA")])
  return {
    addresses: answers
      .flatMap((answer) => (answer.outcome === "answer" ? answer.records : []))
      .map((ip) => ({ host, ip })),
    unanswered: answers.some(({ outcome }) => outcome === "no-answer"),
  }
}
