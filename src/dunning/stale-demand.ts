import { compareDecimals } from "../kinds/decimal"
import type { ClaimSummary, Demand } from "../kinds/demand"
import type { CalendarDay } from "./calendar-day"

/** A mail written by an earlier version may not say whether its customer was reminded before: it counts as not. */
type WrittenDemand = Omit<Demand, "remindedBefore"> & Partial<Pick<Demand, "remindedBefore">>

/**
 * Whether a step's mail that was written before says something else than one written now, beside what the passing of time
 * changes in every one: interest that has grown for some days, and a date that leaves some days less.
 *
 * @param today in the shop's time zone
 */
export function isDemandStale(written: WrittenDemand, now: Demand, today: CalendarDay): boolean {
  return (
    TERMS.some((term) => written[term] !== now[term]) ||
    (written.remindedBefore ?? false) !== now.remindedBefore ||
    written.payableUntil < today ||
    isClaimOther(written.claim, now.claim)
  )
}

const TERMS = ["dueDay", "beforeDue", "isLast", "offersCancellation"] as const satisfies (keyof WrittenDemand)[]

function isClaimOther(written: ClaimSummary | null, now: ClaimSummary | null): boolean {
  if (written === null || now === null) return written !== now
  return (
    compareDecimals(written.principal, now.principal) !== 0 ||
    compareDecimals(written.costs, now.costs) !== 0 ||
    written.interestFrom !== now.interestFrom ||
    written.interestPercent !== now.interestPercent
  )
}
