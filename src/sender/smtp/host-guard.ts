import { lookup as getAddressInfo } from "node:dns/promises"
import { connect, isIP, isIPv6, type Socket } from "node:net"
import ipaddr from "ipaddr.js"
import type { ConnectTarget } from "../../delivery/smtp-options"

/** The ports of mail submission (RFC 8314, RFC 6409) and transfer, and the one that hosters offer where 25 is blocked. */
export const SMTP_PORTS: readonly number[] = [25, 465, 587, 2525]

export interface HostGuardOptions {
  /** Let a merchant's mail server be at a private address, for example in the operator's own network. Default false. */
  allowPrivateAddresses?: boolean
  /** Default the ports of SMTP. */
  allowedPorts?: readonly number[]
  /** All addresses of a host. Default the system's resolver. */
  lookup?: (host: string) => Promise<string[]>
}

export type HostRefusal = "port-not-allowed" | "private-address"

/** A mail server that a merchant may not make us connect to. Does not tell the address: it is the operator's network. */
export class HostRefusedError extends Error {
  override readonly name = "HostRefusedError"
  /** nodemailer's code for settings that cannot work; delivery reads it as "configuration-error". */
  readonly code = "ECONFIG"

  constructor(
    readonly refusal: HostRefusal,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Resolves a host and checks every address, so that settings typed by a merchant cannot reach into the operator's
 * network (server-side request forgery).
 * @returns the addresses, all of them allowed; connect to these and do not resolve again (DNS rebinding)
 * @throws HostRefusedError for a port or an address that is not allowed; the resolver's error when there is none
 */
export async function resolveGuardedHost(
  host: string,
  port: number,
  options: HostGuardOptions = {},
): Promise<string[]> {
  const ports = options.allowedPorts ?? SMTP_PORTS
  if (!ports.includes(port)) {
    const words = `Mail servers are reached at the ports ${ports.join(", ")}, not at ${port}. Correct the port.`
    throw new HostRefusedError("port-not-allowed", words)
  }
  const addresses = await (options.lookup ?? lookupAll)(host)
  if (addresses.length === 0) {
    throw Object.assign(new Error(`The mail server ${host} has no address.`), { code: "ENOTFOUND" })
  }
  if (!options.allowPrivateAddresses && !addresses.every(isPublicAddress)) {
    const words = `The mail server ${host} is not at a public address. Correct it, or let the operator allow private ones.`
    throw new HostRefusedError("private-address", words)
  }
  return addresses
}

async function lookupAll(host: string): Promise<string[]> {
  const found = await getAddressInfo(host, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}

/** IPv6 beside 2000::/3 is not in use on the internet; embedded IPv4 addresses are judged as such. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) {
    return false
  }
  // Turns ::ffff:a.b.c.d into a.b.c.d.
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) {
    return parsed.range() === "unicast"
  }
  const bytes = parsed.toByteArray()
  if (parsed.match(ipaddr.IPv6.parseCIDR("64:ff9b::/96"))) {
    // NAT64 (RFC 6052): networks without IPv4 reach the IPv4 internet in this way.
    return ipaddr.fromByteArray(bytes.slice(12)).range() === "unicast"
  }
  return parsed.range() === "unicast" && ((bytes[0] ?? 0) & 0xe0) === 0x20
}

/**
 * Opens connections to checked addresses only, resolving anew for each, because servers move. TLS is begun on the
 * socket by nodemailer and still verifies the name.
 * @returns for `SmtpOptions.connect`
 */
export function guardedConnect(options: HostGuardOptions = {}): (target: ConnectTarget) => Promise<Socket> {
  return async ({ host, port, timeoutMs }) => {
    const addresses = await inTime(resolveGuardedHost(host, port, options), timeoutMs, host)
    return connectTo(addresses, host, port, timeoutMs)
  }
}

/** The system's resolver has no limit of its own that we could set. */
function inTime<T>(resolving: Promise<T>, timeoutMs: number, host: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const error = Object.assign(new Error(`The name ${host} was not resolved in time.`), { code: "ETIMEOUT" })
    const timer = setTimeout(() => reject(error), timeoutMs)
    resolving.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function connectTo(addresses: readonly string[], host: string, port: number, timeoutMs: number): Promise<Socket> {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  const oneFamily = new Set(all.map(({ family }) => family)).size === 1
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: isIP(host) === 0 ? host : (addresses[0] ?? host),
      port,
      // With both families Node tries the next after a quarter of a second (RFC 8305); addresses of one share the time.
      autoSelectFamily: true,
      ...(oneFamily ? { autoSelectFamilyAttemptTimeout: Math.max(Math.floor(timeoutMs / all.length), 250) } : {}),
      lookup: (_host, _options, callback) => callback(null, all),
    })
    const timer = setTimeout(() => {
      socket.destroy(Object.assign(new Error(`No answer from ${host}:${port}`), { code: "ETIMEDOUT" }))
    }, timeoutMs)
    socket.once("close", () => clearTimeout(timer))
    socket.once("error", reject)
    socket.once("connect", () => {
      clearTimeout(timer)
      socket.removeListener("error", reject)
      resolve(socket)
    })
  })
}
