import type { DkimKeyRing } from "./dkim/key-ring"
import { verdictOf, type DomainStanding } from "./domain-standing"

const MINUTE_MS = 60 * 1000
/** A little less than between two looks, which are ten minutes apart but never to the second. */
const SOON_MS = 9 * MINUTE_MS
const HOURLY_MS = 59 * MINUTE_MS
const DAILY_MS = 24 * 60 * MINUTE_MS - MINUTE_MS

/**
 * Is it time to ask DNS about a domain again? Once a day, as long as nothing is awaited. Soon, when the answer decides
 * something: nobody answered the last time, a first no is to be confirmed or taken back, or a DKIM key takes over once its
 * record has settled. Hourly, while a key waits for somebody to publish its record.
 */
export function isCheckDue(
  { standing, keyRing }: { standing: DomainStanding; keyRing: DkimKeyRing },
  now: Date,
): boolean {
  const { lastCheck } = standing
  return lastCheck === null || now.getTime() - Date.parse(lastCheck.checked_at) >= intervalMs(standing, keyRing)
}

function intervalMs({ lastCheck, noes }: DomainStanding, { next }: DkimKeyRing): number {
  if (!lastCheck || verdictOf(lastCheck) === "unknown" || noes === 1) return SOON_MS
  if (!next || lastCheck.dkim_mode !== "own-key") return DAILY_MS
  return next.publishedSince ? SOON_MS : HOURLY_MS
}
