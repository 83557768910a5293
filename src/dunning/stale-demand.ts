import { compareDecimals } from "../kinds/decimal"
import type { ClaimSummary, Demand } from "../kinds/demand"
import type { CalendarDay } from "./calendar-day"

/**
 * Whether a step's mail that was written before says something else than one written now, beside what the passing of time
 * changes in every one: interest that has grown for some days, and a date that leaves some days less.
 *
 * @param today in the shop's time zone
 */
export function isDemandStale(written: Demand, now: Demand, today: CalendarDay): boolean {
  return (
    TERMS.some((term) => written[term] !== now[term]) ||
    written.payableUntil < today ||
    isClaimOther(written.claim, now.claim)
  )
}

const TERMS = ["dueDay", "beforeDue", "isLast", "offersCancellation"] as const satisfies (keyof Demand)[]

function isClaimOther(written: ClaimSummary | null, now: ClaimSummary | null): boolean {
  if (written === null || now === null) return written !== now
  return (
    compareDecimals(written.principal, now.principal) !== 0 ||
    compareDecimals(written.costs, now.costs) !== 0 ||
    written.interestFrom !== now.interestFrom ||
    written.interestPercent !== now.interestPercent
  )
}
