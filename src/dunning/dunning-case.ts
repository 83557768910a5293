import type { CalendarDay } from "./calendar-day"
import type { DunningPlan } from "./dunning-plan"
import type { SendingTimes } from "./sending-times"
import type { StepRecord } from "./step-history"

/** What of an order decides about its reminders. */
export interface DunningOrder {
  placedAt: Date
  /** When goods first left; null: not yet. */
  fulfilledAt: Date | null
  /** The invoice's date; null: none is known. */
  invoicedAt: Date | null
  /** Until when the customer was asked to pay first, in the shop's time zone; null: counted from the settings. */
  dueDay: CalendarDay | null
  /** Medusa's order status. */
  status: string
  /** ISO 4217, in either case. */
  currency: string
  /** Decimal strings in major units. */
  open: string
  paid: string
  refunded: string
}

/** Why an order, or all orders of a customer, get no reminders for now ("Mahnstopp"), or its plan is paused. */
export interface DunningStop {
  scope: "order" | "customer" | "plan"
  /** Last day without reminders, in the shop's time zone; null: until it is lifted. */
  until: CalendarDay | null
}

/** What a shop decided about reminders as a whole. */
export interface DunningSettings {
  /** Orders placed before are left alone: the installation, or a later day the merchant chose. */
  notBefore: Date
  /** Calendar days between two mails of an order, at least 1. */
  minimumDistanceDays: number
  /** Open amounts below are not reminded of: ISO 4217 in upper case to a decimal string; none: every amount is. */
  minimumAmounts: Readonly<Record<string, string>>
  /** Calendar days from the order (prepayment), or from the invoice or else the fulfilment, to the due date. */
  payableWithinDays: number
  sendingTimes: SendingTimes
}

/** Enough for a bank transfer to arrive (one business day within the EU, Directive 2015/2366, Art. 83) and to be booked. */
export const DEFAULT_MINIMUM_DISTANCE_DAYS = 3

/** Everything that decides which mail an unpaid order gets next. */
export interface DunningCase {
  order: DunningOrder
  plan: DunningPlan
  /** The oldest first (step-history.ts). */
  history: readonly StepRecord[]
  stops: readonly DunningStop[]
  /** Whether the merchant ended the plan for this order. */
  ended: boolean
  settings: DunningSettings
}
