import type { TimelineType } from "../../src/api/types"

/** What makes the plugin write a mail or take it back, as the server calls it, and the key of the sentence about it. */
const KEYS: Record<string, string> = {
  "order.placed": "order-placed",
  "order.canceled": "order-canceled",
  "payment.captured": "payment-captured",
  user: "user",
  sweep: "sweep",
  "last-look": "last-look",
  "merchant-notice": "merchant-notice",
}
/** The regular check writes mails that are missing; what else it does with one, it only notices. */
const SWEPT_AND_QUEUED = "sweep-missing"

export const CAUSE_KEYS = [...Object.values(KEYS), SWEPT_AND_QUEUED]

/** Null for a cause of a developer's own code, which is shown as it is called. */
export function causeKey(cause: string, type: TimelineType): string | null {
  if (cause === "sweep" && type === "queued") return SWEPT_AND_QUEUED
  return Object.hasOwn(KEYS, cause) ? (KEYS[cause] ?? null) : null
}
