/**
 * The HTTP contract of reminders: types only, JSON-safe, snake_case as in Medusa's API. Instants are ISO 8601 in UTC, days
 * `YYYY-MM-DD` in the shop's time zone, amounts decimal strings in major units.
 */
import type { StateReason } from "../kinds/state-reasons"
import type { AdminDunningStep } from "./settings-types"

export type AdminPlanType = "prepayment" | "invoice"

/** A mail the plan would send. `order-canceled-unpaid` stands for the automatic cancellation and its mail. */
export interface AdminPlannedMail {
  kind: AdminDunningStep["kind"] | "order-canceled-unpaid"
  /** Null for the cancellation. */
  level: number | null
  /** When it may be sent first. One in the past goes out with the next run. */
  at: string
  wait_for_approval: boolean
}

/** Why nothing is sent to an order for now; src/dunning's NoStepReason. */
export type AdminNoStepReason =
  | "not-yet"
  | "plan-finished"
  | "mail-under-way"
  | "awaiting-approval"
  | "last-mail-undelivered"
  | "order-canceled"
  | "order-archived"
  | "order-draft"
  | "before-installation"
  | "paid"
  | "refunded"
  | "below-minimum"
  | "plan-ended"
  | "stopped"
  | "paused"
  | "not-delivered-yet"
  | "not-bank-transfer"
  | "plan-inactive"

/** Nobody is reminded as long as it lasts: an order ("order"), every order of a customer, or an order's plan is paused. */
export interface AdminDunningStop {
  id: string
  scope: "order" | "customer" | "plan"
  order_id: string | null
  customer_id: string | null
  reason: string
  /** Last day; null: until it is lifted. */
  until: string | null
  created_at: string
  created_by: { id: string; name: string | null; email: string } | null
  lifted_at: string | null
  lifted_by: { id: string; name: string | null; email: string } | null
  /** Neither lifted nor over. */
  active: boolean
}

/** What comes next for an order. */
export interface AdminDunning {
  order_id: string
  /** Null: not paid by bank transfer or invoice, so that nothing comes. */
  plan_type: AdminPlanType | null
  currency_code: string
  amount_open: string
  /** Null: a step is due now. */
  reason: AdminNoStepReason | null
  /** What comes next, if nothing is paid; null: nothing does. */
  next: AdminPlannedMail | null
  /** Everything that would come after it, in order. */
  later: AdminPlannedMail[]
  /** Mails that wait for approval. */
  awaiting_approval: { order_mail_id: string; kind: string; level: number | null }[]
  /** The mail that did not arrive, which keeps the next step back; null: none. */
  undelivered_mail_id: string | null
  /** When the merchant ended the plan; null: it goes on. */
  ended_at: string | null
  /** Of the order and its customer, active ones first, then the newest. */
  stops: AdminDunningStop[]
  customer_id: string | null
}

/** GET /admin/orders/:id/dunning */
export interface AdminDunningResponse {
  dunning: AdminDunning
}

/**
 * POST /admin/orders/:id/dunning/send-now and /skip -> AdminDunningResponse. `kind` and `level` name the step that the user saw as
 * next; 409 when another one is next by now, 400 (with the reason) when nothing may be sent, for example to a paid order.
 */
export interface AdminDunningStepBody {
  kind: string
  level: number
}

/** POST /admin/orders/:id/dunning/end and /resume, without a body -> AdminDunningResponse */

/** GET /admin/order-mails/dunning-stops?customer_id= | ?order_id= */
export interface AdminDunningStopsResponse {
  dunning_stops: AdminDunningStop[]
}

/** POST /admin/order-mails/dunning-stops -> AdminDunningStopResponse; exactly one of order_id and customer_id */
export interface AdminDunningStopBody {
  scope: "order" | "customer" | "plan"
  order_id?: string
  customer_id?: string
  /** 1 to 500 characters. */
  reason: string
  /** Not in the past; null: until it is lifted. */
  until: string | null
}
/** POST /admin/order-mails/dunning-stops/:id/lift, without a body -> AdminDunningStopResponse */
export interface AdminDunningStopResponse {
  dunning_stop: AdminDunningStop
}

/** A line of the page "Upcoming". */
export interface AdminUpcomingMail extends AdminPlannedMail {
  /** Order, kind and level. */
  id: string
  /** `planned`; `awaiting-approval`: written and held; `on-hold`: kept back for `reason`, at an unknown time. */
  state: "planned" | "awaiting-approval" | "on-hold"
  /** Set for `on-hold`. */
  reason: AdminNoStepReason | null
  /** The mail that waits, with `awaiting-approval`. */
  order_mail_id: string | null
  order_id: string
  order_number: string
  shop_id: string | null
  shop_name: string
  plan_type: AdminPlanType
  customer_name: string | null
  email: string | null
  currency_code: string
  amount_open: string
}

/**
 * GET /admin/order-mails/upcoming?period=today|week|month|all&state&kind&level&shop_id&plan_type&q&order=at|-at|amount_open|-amount_open&limit&offset
 * GET /admin/order-mails/upcoming/csv with the same filters answers text/csv with all lines.
 */
export interface AdminUpcomingResponse {
  upcoming: AdminUpcomingMail[]
  count: number
  limit: number
  offset: number
  /** Open amounts of all orders found, by currency, each order once. */
  sums: { currency_code: string; amount_open: string; orders: number }[]
  /** Beside the filters: mails that wait for approval now. */
  awaiting_approval: number
  /** Orders whose plan is being worked out anew, for example after a change of the settings. */
  unplanned: number
}

/** POST /admin/order-mails/approvals: at most 200 ids of mails that wait for approval. */
export interface AdminApprovalsBody {
  action: "approve" | "decline"
  order_mail_ids: string[]
}
/** One result a mail. `approved` mails are queued, `declined` ones skipped; `refused` tells why nothing was done (paid, stopped, no longer waiting). */
export interface AdminApprovalsResponse {
  results: {
    order_mail_id: string
    result: "approved" | "declined" | "refused"
    /** Why it was refused, as in `order_mail.state_reason`; null where it waits no more, or something else went wrong. */
    reason: StateReason | null
    /** The same in English, for programs. */
    message: string | null
  }[]
}
