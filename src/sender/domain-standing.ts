import type { DkimMode } from "./dns/check-dkim"
import type { DomainCheck } from "./dns/check-domain"

/** What is remembered of a domain from one check to the next. */
export interface DomainStanding {
  lastCheck: DomainCheck | null
  /** The last check in which everything was answered that decides whether we may send. */
  lastDefiniteCheck: DomainCheck | null
  /** Definite noes in a row. A domain that was never permitted begins with as many as it takes. */
  noes: number
}

/** One no may be a name server that lags behind, or a zone that is being edited. */
const NOES_TO_SWITCH = 2

/**
 * What a check says about sending for its domain: our DKIM key is published and SPF permits our hosts. DMARC and MX
 * inform and do not decide: a mail that is signed for its domain is aligned whatever the policy is.
 *
 * A single no is enough, also beside something that was not answered.
 */
export function verdictOf({ dkim, dkim_mode, spf }: DomainCheck): "yes" | "no" | "unknown" {
  // What the relay signs with cannot be looked up.
  const deciding = dkim_mode === "relay-signs" ? [spf] : [dkim, spf]
  if (deciding.some(({ status }) => status === "missing" || status === "wrong")) return "no"
  return deciding.every(({ status }) => status === "ok") ? "yes" : "unknown"
}

/**
 * Where a domain stands after one more check. An unanswered check changes nothing but `lastCheck`; a yes counts at
 * once; a no counts the second time in a row, unless the domain was not permitted anyway.
 *
 * @param previous of the same domain; what was found while somebody else signed does not count.
 */
export function nextStanding(previous: DomainStanding | null, check: DomainCheck): DomainStanding {
  const before = previous && standingFor(previous, check.domain, check.dkim_mode)
  switch (verdictOf(check)) {
    case "unknown":
      return { lastDefiniteCheck: null, noes: 0, ...before, lastCheck: check }
    case "yes":
      return { lastCheck: check, lastDefiniteCheck: check, noes: 0 }
    case "no":
      return {
        lastCheck: check,
        lastDefiniteCheck: check,
        noes: before && isPermitted(before) ? before.noes + 1 : Math.max(NOES_TO_SWITCH, (before?.noes ?? 0) + 1),
      }
  }
}

/** May we send for the domain, as far as DNS goes? */
export function isPermitted({ lastDefiniteCheck, noes }: DomainStanding): boolean {
  return lastDefiniteCheck !== null && noes < NOES_TO_SWITCH
}

/** The standing as far as it is about this domain and this way of signing; null when it is about something else. */
export function standingFor(standing: DomainStanding, domain: string, dkimMode: DkimMode): DomainStanding | null {
  const isAbout = (check: DomainCheck | null) => check?.domain === domain && check.dkim_mode === dkimMode
  if (isAbout(standing.lastDefiniteCheck)) return standing
  return isAbout(standing.lastCheck) ? { ...standing, lastDefiniteCheck: null, noes: 0 } : null
}
