import type { DunningStep, PlanType, StepKind } from "../../../dunning/dunning-plan"
import type { NoStepReason as PlanReason } from "../../../dunning/next-step"
import type { DunningStop as StopOfCase } from "../../../dunning/dunning-case"
import type { OwnReason } from "../../../kinds/kind"
import type { Demand } from "../../../kinds/demand"

/** Why nothing is sent to an order for now: of its plan, or because none applies to it. */
export type NoStepReason = PlanReason | "not-bank-transfer" | "plan-inactive"

export type DunningStopScope = StopOfCase["scope"]

/** A mail that the plan would send; as it stands in a case's column `upcoming`. */
export interface PlannedMail {
  /** `order-canceled-unpaid` stands for the automatic cancellation and its mail. */
  kind: StepKind | "order-canceled-unpaid"
  /** Null for the cancellation. */
  level: number | null
  /** ISO 8601. */
  at: string
  wait_for_approval: boolean
}

/** Who is not reminded; users by id. Instants are ISO 8601, `until` is a day. */
export interface DunningStopRow {
  id: string
  scope: DunningStopScope
  order_id: string | null
  customer_id: string | null
  reason: string
  until: string | null
  created_at: string
  created_by: string | null
  lifted_at: string | null
  lifted_by: string | null
  active: boolean
}

/** What is to be stopped: exactly one of order and customer. */
export interface DunningStopToAdd {
  scope: DunningStopScope
  order_id?: string | null
  customer_id?: string | null
  reason: string
  until: string | null
}

/** What comes next for an order: AdminDunning with the users of stops as ids. */
export interface OrderDunning {
  order_id: string
  plan_type: PlanType | null
  currency_code: string
  amount_open: string
  reason: NoStepReason | null
  next: PlannedMail | null
  later: PlannedMail[]
  awaiting_approval: { order_mail_id: string; kind: string; level: number | null }[]
  undelivered_mail_id: string | null
  ended_at: string | null
  stops: DunningStopRow[]
  customer_id: string | null
}

export const UPCOMING_PERIODS = ["today", "week", "month", "all"] as const
export const UPCOMING_STATES = ["planned", "awaiting-approval", "on-hold"] as const
export const UPCOMING_ORDERS = ["at", "-at", "amount_open", "-amount_open"] as const
export type UpcomingOrder = (typeof UPCOMING_ORDERS)[number]

/** Everything is wanted where a filter is absent. */
export interface UpcomingFilters {
  /** Until the end of the day, the week (Sunday) or the month in the shop's time zone, with what is late. */
  period?: (typeof UPCOMING_PERIODS)[number]
  state?: (typeof UPCOMING_STATES)[number]
  kind?: string
  level?: number
  shop_id?: string
  plan_type?: PlanType
  /** Part of the customer's name or address, or an order number. */
  q?: string
}

/** A mail on the page "Upcoming": AdminUpcomingMail. */
export interface UpcomingLine extends PlannedMail {
  id: string
  state: (typeof UPCOMING_STATES)[number]
  reason: NoStepReason | null
  order_mail_id: string | null
  order_id: string
  order_number: string
  shop_id: string | null
  shop_name: string
  plan_type: PlanType
  customer_name: string | null
  email: string | null
  currency_code: string
  amount_open: string
}

export interface UpcomingPage {
  lines: UpcomingLine[]
  count: number
  sums: { currency_code: string; amount_open: string; orders: number }[]
  awaitingApproval: number
  unplanned: number
}

/** A mail of a step that was made and has not left yet. */
export interface StepMail {
  id: string
  kind: string
  level: number | null
  occurrence: string
}

/** Whether a mail of a step may go as things are now, and what it would say. */
export type StepMailVerdict = { reason: OwnReason; demand: null } | { reason: null; demand: Demand }

/** What the run does about an order. */
export type RunDecision =
  { type: "send"; step: DunningStep; demand: Demand } | { type: "cancel" } | { type: "nothing"; reason: NoStepReason }

/** The step that a person would send or skip now, whatever its day, or why there is none. */
export type StepAhead = { step: DunningStep; demand: Demand; reason: null } | { step: null; reason: NoStepReason }

/** An order that something is due for, by when. */
export interface DueCase {
  orderId: string
  nextAt: Date
}
