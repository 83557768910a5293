import type { AdminDunning, AdminNoStepReason } from "../../src/api/dunning-types"

/**
 * Whether an order's page says why nothing is sent, or says nothing: an order that is paid, or of a shop that reminds nobody,
 * has no plan worth a line.
 */
const IS_SAID: Record<AdminNoStepReason, boolean> = {
  "not-yet": true,
  "plan-finished": true,
  "mail-under-way": true,
  "awaiting-approval": true,
  "last-mail-undelivered": true,
  "order-canceled": false,
  "order-archived": false,
  "order-draft": false,
  "before-installation": false,
  paid: false,
  refunded: true,
  "below-minimum": true,
  "plan-ended": true,
  stopped: true,
  paused: true,
  "not-delivered-yet": true,
  "not-bank-transfer": false,
  "plan-inactive": false,
}

export const NO_STEP_REASONS = Object.keys(IS_SAID) as AdminNoStepReason[]

export const isNoStepReason = (code: string): code is AdminNoStepReason => Object.hasOwn(IS_SAID, code)

/** Whether there is anything to say about what comes next for an order. */
export const hasPlan = ({ plan_type, reason }: Pick<AdminDunning, "plan_type" | "reason">): boolean =>
  plan_type !== null && (reason === null || IS_SAID[reason])

/** The reason a message of the server ends with, for example "…: paid"; null when it ends with anything else. */
export function noStepReasonIn(message: string): AdminNoStepReason | null {
  const code = message.slice(message.lastIndexOf(":") + 1).trim()
  return isNoStepReason(code) ? code : null
}
