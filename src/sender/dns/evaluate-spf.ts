import { spf } from "mailauth/lib/spf"
import { mailauthResolver } from "./mailauth-resolver"
import type { DnsResolver } from "./resolver"

/** The results of RFC 7208, 2.6, with the two permanent errors apart that a domain's owner mends differently. */
export type SpfResult =
  "pass" | "fail" | "softfail" | "neutral" | "none" | "too-many-lookups" | "permerror" | "temperror"

export interface SpfEvaluation {
  /** The sending host as it was given. */
  host: string
  ip: string
  result: SpfResult
}

/** RFC 7208, 4.6.4. */
const MAX_LOOKUPS = 10
const MAX_VOID_LOOKUPS = 2

/**
 * Asks what a receiver asks: may this address send with that domain in MAIL FROM (RFC 7208, check_host)?
 *
 * @param domain A-labels
 * @param ip IPv4 or IPv6 address of the sending host
 * @param session what else the macros of a record may ask for (RFC 7208, 7): the whole address in MAIL FROM, and HELO
 */
export async function evaluateSpf(
  domain: string,
  ip: string,
  resolver: DnsResolver,
  session: { sender: string; helo: string } = { sender: `postmaster@${domain}`, helo: domain },
): Promise<SpfResult> {
  const { resolve, unanswered } = mailauthResolver(resolver)
  const { status, lookups } = await spf({
    ...session,
    ip,
    // Only stands in comments; mailauth would put the name of this host there.
    mta: domain,
    maxResolveCount: MAX_LOOKUPS,
    maxVoidCount: MAX_VOID_LOOKUPS,
    resolver: resolve,
  })
  if (status.result !== "pass" && unanswered.length > 0) return "temperror"
  switch (status.result) {
    case "pass":
    case "fail":
    case "softfail":
    case "neutral":
    case "none":
      return status.result
    case "permerror":
      return lookups && tooMany(lookups) ? "too-many-lookups" : "permerror"
    default:
      return "temperror"
  }
}

/** mailauth tells why only in words; its counters say the same. `mx` and `ptr` have counters of their own. */
function tooMany({
  count,
  void: voids,
  subqueries,
}: {
  count: number
  void: number
  subqueries: Record<string, number>
}) {
  if (count > MAX_LOOKUPS || voids > MAX_VOID_LOOKUPS) return true
  return Object.entries(subqueries).some(
    ([name, number]) => number > (name.endsWith(":void") ? MAX_VOID_LOOKUPS : MAX_LOOKUPS),
  )
}
