import { Resolver } from "node:dns/promises"

export interface MailExchanger {
  /** Host name without a trailing dot; empty for the null MX of RFC 7505. */
  exchange: string
  /** 0 to 65535; the lowest is tried first. */
  priority: number
}

/** What a lookup answers with, by record type. The strings of a TXT record are joined (RFC 7208, 3.3; RFC 6376, 3.6.2.2). */
export interface DnsRecords {
  A: string
  AAAA: string
  MX: MailExchanger
  PTR: string
  TXT: string
}
export type DnsRecordType = keyof DnsRecords

/**
 * Three kinds of answer that mean different things to a mail: there is something, there is definitely nothing
 * (NXDOMAIN or an empty answer), or nobody said anything that can be relied on (SERVFAIL, refused, timeout).
 */
export type DnsAnswer<Type extends DnsRecordType> =
  | { outcome: "answer"; records: DnsRecords[Type][] }
  | { outcome: "no-such-name" }
  | { outcome: "no-data" }
  | { outcome: "no-answer"; code: string }

export interface DnsResolver {
  /** @param name an ASCII domain name (A-labels). Never throws: what went wrong is in the answer. */
  lookup<Type extends DnsRecordType>(name: string, type: Type): Promise<DnsAnswer<Type>>
}

export interface ResolverSettings {
  /** IP addresses, with `:port` where it is not 53 (`[::1]:5353` for IPv6); null: the system's servers. */
  servers: readonly string[] | null
  /** Milliseconds to wait for one answer. */
  timeoutMs: number
  /** How often a server is asked. A lookup ends after `timeoutMs * tries`, however many servers there are. */
  tries: number
  /**
   * Believe a "no such name" only of a server that knows the root, which always exists: on a network of its own, without
   * the internet, a server may deny every name, and its noes say nothing about a customer's domain. Default false.
   */
  mustKnowRoot?: boolean
}

/** How long it is remembered whether the server knows the root, in milliseconds. */
const ROOT_KNOWN_FOR_MS = 10 * 60 * 1000

/**
 * A resolver over Node's own stub resolver (c-ares). The name servers it asks must resolve recursively.
 *
 * @throws TypeError when a server is not an IP address with an optional port.
 */
export function createDnsResolver({ servers, timeoutMs, tries, mustKnowRoot }: ResolverSettings): DnsResolver {
  const resolver = new Resolver({ timeout: timeoutMs, tries })
  if (servers) resolver.setServers(servers)

  async function lookup<Type extends DnsRecordType>(name: string, type: Type): Promise<DnsAnswer<Type>> {
    try {
      const records = await within(timeoutMs * tries, ask(resolver, name, type))
      return records.length > 0 ? { outcome: "answer", records } : { outcome: "no-data" }
    } catch (error) {
      return withoutRecords((error as NodeJS.ErrnoException).code ?? "EUNKNOWN")
    }
  }
  if (!mustKnowRoot) return { lookup }

  let root: { known: Promise<boolean>; askedAt: number } | null = null
  function knowsRoot(): Promise<boolean> {
    if (!root || Date.now() - root.askedAt > ROOT_KNOWN_FOR_MS)
      root = { known: lookup(".", "TXT").then(({ outcome }) => outcome !== "no-such-name"), askedAt: Date.now() }
    return root.known
  }
  return {
    async lookup(name, type) {
      const answer = await lookup(name, type)
      return answer.outcome !== "no-such-name" || (await knowsRoot())
        ? answer
        : { outcome: "no-answer", code: "ENOROOT" }
    },
  }
}

async function ask<Type extends DnsRecordType>(
  resolver: Resolver,
  name: string,
  type: Type,
): Promise<DnsRecords[Type][]> {
  const lookups: { [T in DnsRecordType]: () => Promise<DnsRecords[T][]> } = {
    A: () => resolver.resolve4(name),
    AAAA: () => resolver.resolve6(name),
    MX: () => resolver.resolveMx(name),
    PTR: () => resolver.resolvePtr(name),
    TXT: async () => (await resolver.resolveTxt(name)).map((strings) => strings.join("")),
  }
  return lookups[type]()
}

function withoutRecords(code: string): DnsAnswer<never> {
  switch (code) {
    case "ENOTFOUND":
    // No name that breaks the rules of RFC 1035 (a label of more than 63 octets, say) can be registered.
    case "EBADNAME":
      return { outcome: "no-such-name" }
    case "ENODATA":
      return { outcome: "no-data" }
    default:
      return { outcome: "no-answer", code }
  }
}

/** c-ares waits longer with every try and for every server in turn; a mail does not. */
async function within<T>(limitMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("No DNS answer in time"), { code: "ETIMEOUT" })), limitMs)
  })
  try {
    return await Promise.race([answer, limit])
  } finally {
    clearTimeout(timer)
  }
}
