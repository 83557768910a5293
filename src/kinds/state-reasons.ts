import { ANSWER_REASONS } from "../delivery/answer-reasons"

/** Reasons our own side gives a state, beside the mail server's. */
export const OWN_REASONS = [
  "recipient-missing",
  "recipient-invalid",
  "recipient-several",
  "recipient-domain-missing",
  "recipient-refuses-mail",
  "sender-missing",
  "bank-account-missing",
  "nothing-to-pay",
  "not-bank-transfer",
  "before-installation",
  "kind-switched-off",
  "order-canceled",
  "template-error",
  "capture-mode",
  "retries-exhausted",
  "canceled-by-user",
  "lease-expired",
  "process-stopped",
  "content-damaged",
  "mail-server-removed",
  "order-unreadable",
  "order-missing",
  "order-refunded",
  "order-archived",
  "order-draft",
  "no-occasion",
  "awaiting-approval",
  "step-skipped",
  "step-removed",
  "dunning-stopped",
  "plan-ended",
] as const

/** Every value `order_mail.state_reason` can have; each has a sentence in the admin's locale files. */
export const STATE_REASONS = [...OWN_REASONS, ...ANSWER_REASONS] as const
export type StateReason = (typeof STATE_REASONS)[number]

export const MAIL_STATES = [
  "queued",
  "sending",
  "sent",
  "deferred",
  "failed",
  "held",
  "skipped",
  "canceled",
  "bounced",
  "complained",
] as const
export type MailState = (typeof MAIL_STATES)[number]

/** Everything that can stand in a mail's timeline. Entries are added and never changed. */
export const TIMELINE_TYPES = [
  "queued",
  "accepted",
  "deferred",
  "failed",
  "outcome-unknown",
  "lease-expired",
  "held",
  "skipped",
  "canceled",
  "sent-again",
  "rewritten",
  "approved",
] as const
export type TimelineType = (typeof TIMELINE_TYPES)[number]
