/**
 * An order that still cannot be read after this time is passed over: trouble with the database is over by then, and the
 * mark that waits before this order would keep those behind it from being found.
 */
const TRY_AGAIN_FOR_MS = 60 * 60 * 1000

/** Whether the sweep's mark waits before an order that could not be read. @param createdAt when the order was made */
export function isTriedAgain(createdAt: Date | string, now: Date | string): boolean {
  return new Date(now).getTime() - new Date(createdAt).getTime() < TRY_AGAIN_FOR_MS
}
