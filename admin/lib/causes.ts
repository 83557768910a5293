import type { TimelineType } from "../../src/api/types"

/** What makes the plugin write a mail, as the server calls it, and the key of the sentence about it. */
const WRITTEN: Record<string, string> = {
  "order.placed": "order-placed",
  "order.canceled": "told-canceled",
  "order-edit.confirmed": "told-changed",
  "order.return_received": "told-changed",
  "order.exchange_created": "told-changed",
  "order.claim_created": "told-changed",
  "payment.captured": "told-payment",
  "payment.refunded": "told-refund",
  dunning: "dunning",
  user: "user",
  sweep: "sweep-missing",
  "merchant-notice": "merchant-notice",
  "merchant-copy": "merchant-copy",
}
/** What else happens to a mail, where that is another sentence. */
const DONE: Record<string, string> = {
  "order.canceled": "order-canceled",
  "payment.captured": "payment-captured",
  user: "user-did",
  sweep: "sweep",
  "last-look": "last-look",
}

export const CAUSE_KEYS = [...new Set([...Object.values(WRITTEN), ...Object.values(DONE)])]

/** Null for a cause of a developer's own code, which is shown as it is called. */
export function causeKey(cause: string, type: TimelineType): string | null {
  const isWritten = type === "queued" || type === "held"
  const keys = isWritten ? WRITTEN : { ...WRITTEN, ...DONE }
  return Object.hasOwn(keys, cause) ? (keys[cause] ?? null) : null
}
