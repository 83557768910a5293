import type { AdminOrderMail, MailState } from "../../src/api/types"
import { isMerchantMail } from "./kinds"

export type StateColor = "green" | "orange" | "red" | "grey" | "blue"

const STATE_COLORS: Record<MailState, StateColor> = {
  queued: "orange",
  sending: "blue",
  sent: "green",
  deferred: "orange",
  failed: "red",
  held: "orange",
  skipped: "grey",
  canceled: "grey",
  bounced: "red",
  complained: "red",
}

/** Every state, in the order of a mail's life. */
export const MAIL_STATES = Object.keys(STATE_COLORS) as MailState[]

type Standing = Pick<AdminOrderMail, "state" | "state_reason">

/** Written and stored in capture mode, which is more than being skipped and less than being accepted. */
export const isCapturedOnly = (mail: Standing) => mail.state_reason === "capture-mode"

/** Written for a step of a plan whose mails a person looks at first: nothing is wrong with it. */
export const isAwaitingApproval = (mail: Standing) => mail.state === "held" && mail.state_reason === "awaiting-approval"

export const stateColor = (mail: Standing): StateColor => (isCapturedOnly(mail) ? "grey" : STATE_COLORS[mail.state])

/** States that want a person's attention; the overview's `failed_count` counts those not sent again. */
const TROUBLE_STATES = ["failed", "held", "bounced", "complained"] as const satisfies readonly MailState[]

export const isInTrouble = (mail: Standing) =>
  (TROUBLE_STATES as readonly MailState[]).includes(mail.state) && !isAwaitingApproval(mail)

/** One that waits for approval is declined instead. */
export const isCancelable = (mail: Standing) =>
  (mail.state === "queued" || mail.state === "deferred" || mail.state === "held") && !isAwaitingApproval(mail)

/** How near a next attempt must be for the page to watch it. */
const WATCHED_AHEAD_MS = 2 * 60_000

/** Whether the mail's state is about to change by itself, so that looking again soon is worth a request. */
export function isMoving(mail: Pick<AdminOrderMail, "state" | "next_attempt_at">, now: number = Date.now()): boolean {
  if (mail.state === "queued" || mail.state === "sending") return true
  if (mail.state !== "deferred" || !mail.next_attempt_at) return false
  return Date.parse(mail.next_attempt_at) - now < WATCHED_AHEAD_MS
}

/**
 * A mail on its way, or to be approved, is waited for; sending it again would only make a second one. One to the merchant told of something
 * that is in the past.
 */
export const isResendable = (mail: Standing & Pick<AdminOrderMail, "kind">) =>
  mail.state !== "queued" && mail.state !== "sending" && !isAwaitingApproval(mail) && !isMerchantMail(mail.kind)
