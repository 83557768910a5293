import type ipaddr from "ipaddr.js"

/** RFC 1035, 2.3.4. */
const MAX_LABEL_LENGTH = 63

/** Whether a name can be asked for: no empty label, none that is too long (RFC 1035, 2.3.4). */
export function isDomainName(name: string): boolean {
  return name.split(".").every((label) => label.length > 0 && label.length <= MAX_LABEL_LENGTH)
}

/** Whether a name is the domain or one below it. */
export function isWithin(name: string, domain: string): boolean {
  return `.${name}`.toLowerCase().endsWith(`.${domain}`.toLowerCase())
}

/** An address as hexadecimal digits, without separators. */
export function hexadecimal(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  return Buffer.from(address.toByteArray()).toString("hex")
}

/** Where names of an address are found (RFC 1035, 3.5; RFC 3596, 2.5). */
export function reverseName(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (address.kind() === "ipv4") return `${address.toByteArray().reverse().join(".")}.in-addr.arpa`
  return `${[...hexadecimal(address)].reverse().join(".")}.ip6.arpa`
}
