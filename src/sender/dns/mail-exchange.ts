import type { DnsResolver, MailExchanger } from "./resolver"

/** Where mail for a domain goes (RFC 5321, 5.1), or why it goes nowhere. */
export type MailExchange =
  | { kind: "mx"; exchangers: MailExchanger[] }
  /** No MX: the host of that name takes the mail. */
  | { kind: "implicit"; addresses: string[] }
  /** RFC 7505: the domain says that it takes no mail. */
  | { kind: "null-mx" }
  /** The domain exists and has neither MX nor address. */
  | { kind: "none" }
  | { kind: "no-such-domain" }
  | { kind: "no-answer" }

/** @param domain A-labels */
export async function findMailExchange(domain: string, resolver: DnsResolver): Promise<MailExchange> {
  const mx = await resolver.lookup(domain, "MX")
  if (mx.outcome === "no-answer") return { kind: "no-answer" }
  if (mx.outcome === "answer") {
    // A root beside other exchangers is against RFC 7505 (3) and means nothing.
    const exchangers = mx.records.filter(({ exchange }) => exchange !== "" && exchange !== ".")
    if (exchangers.length === 0) return { kind: "null-mx" }
    return { kind: "mx", exchangers: exchangers.sort((one, other) => one.priority - other.priority) }
  }
  // Also after NXDOMAIN: some load balancers say it for every type but A (RFC 4074, 4.2).
  const answers = await Promise.all([resolver.lookup(domain, "A"), resolver.lookup(domain, "AAAA")])
  const addresses = answers.flatMap((answer) => (answer.outcome === "answer" ? answer.records : []))
  if (addresses.length > 0) return { kind: "implicit", addresses }
  if (answers.some(({ outcome }) => outcome === "no-answer")) return { kind: "no-answer" }
  const exists = [mx, ...answers].some(({ outcome }) => outcome === "no-data")
  return { kind: exists ? "none" : "no-such-domain" }
}
