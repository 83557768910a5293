import type { DkimMode } from "./dns/check-dkim"
import type { DomainCheck } from "./dns/check-domain"
import type { CheckStatus } from "./dns/check-result"

/** What is remembered of a domain from one check to the next. */
export interface DomainStanding {
  lastCheck: DomainCheck | null
  /** The last check in which everything was answered that decides whether we may send. */
  lastDefiniteCheck: DomainCheck | null
  /** Definite noes in a row, up to as many as it takes; a domain that was never permitted begins with those. */
  noes: number
}

/** One no may be a name server that lags behind, or a zone that is being edited. */
const NOES_TO_SWITCH = 2

/**
 * Two noes within minutes are one moment seen twice: somebody pressed "Check now" again, or two processes asked at once.
 */
const NO_AGAIN_AFTER_MS = 5 * 60 * 1000

export type Verdict = "yes" | "no" | "unknown"

/**
 * What a check says about sending for its domain: our DKIM key is published and SPF permits our hosts. A mail that we
 * sign for its domain is aligned whatever the DMARC policy is; where the relay signs, see {@link alignmentVerdict}.
 * MX informs and does not decide.
 *
 * A single no is enough, also beside something that was not answered.
 */
export function verdictOf(check: DomainCheck): Verdict {
  const deciding = [VERDICTS[check.spf.status], alignmentVerdict(check)]
  if (deciding.includes("no")) return "no"
  return deciding.every((verdict) => verdict === "yes") ? "yes" : "unknown"
}

const VERDICTS: Record<CheckStatus, Verdict> = { ok: "yes", missing: "no", wrong: "no", unknown: "unknown" }

/**
 * Is anything that receivers check tied to the domain in From (RFC 7489, 3.1)? What the relay signs with cannot be looked
 * up, so that then SPF of the return path has to be; one at a domain of its own is not, and a policy that asks to refuse
 * such mails is a no. Where there is no such policy, they pass as they always did.
 */
export function alignmentVerdict({ dkim, dkim_mode, return_path_spf, dmarc }: DomainCheck): Verdict {
  if (dkim_mode === "own-key") return VERDICTS[dkim.status]
  // SPF of the sender's own domain, which decides anyway.
  if (return_path_spf === null) return "yes"
  if (dmarc.policy === null) return dmarc.reason === "dns-no-answer" ? "unknown" : "yes"
  if (dmarc.policy === "none" || dmarc.aligned_by.includes("spf")) return "yes"
  return dmarc.reason === "dns-no-answer" ? "unknown" : "no"
}

/**
 * Where a domain stands after one more check. An unanswered check changes nothing but `lastCheck`; a yes counts at
 * once; a no counts the second time in a row and some minutes after the first, unless the domain was not permitted anyway.
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
      if (!before || !isPermitted(before)) return { lastCheck: check, lastDefiniteCheck: check, noes: NOES_TO_SWITCH }
      // The no that was counted keeps its time, or asking every minute would put off the second for ever.
      if (before.noes > 0 && isSameMoment(before.lastDefiniteCheck, check)) return { ...before, lastCheck: check }
      return { lastCheck: check, lastDefiniteCheck: check, noes: before.noes + 1 }
  }
}

function isSameMoment(counted: DomainCheck | null, check: DomainCheck): boolean {
  return counted !== null && Date.parse(check.checked_at) - Date.parse(counted.checked_at) < NO_AGAIN_AFTER_MS
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
