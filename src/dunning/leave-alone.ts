import { compareDecimals, isPositive } from "../kinds/decimal"
import { calendarDayOf } from "./calendar-day"
import type { DunningCase } from "./dunning-case"
import { dueDayOf } from "./due-day"

/** Why an order gets no reminder, as things are. */
export type LeaveAloneReason =
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

const STATUSES: Readonly<Record<string, LeaveAloneReason>> = {
  canceled: "order-canceled",
  archived: "order-archived",
  draft: "order-draft",
}

/** @returns the first reason that has no end of its own, or null when the order is to be reminded sometime */
export function reasonToLeaveAlone(dunningCase: DunningCase): LeaveAloneReason | null {
  const { order, stops, ended, settings } = dunningCase
  const byStatus = STATUSES[order.status]
  if (byStatus !== undefined) return byStatus
  if (order.placedAt < settings.notBefore) return "before-installation"
  if (!isPositive(order.open)) return "paid"
  // Medusa counts what was paid back as open again; whether the customer owes it, only the merchant knows.
  if (isPositive(order.refunded)) return "refunded"
  const minimum = settings.minimumAmounts[order.currency.toUpperCase()]
  if (minimum !== undefined && compareDecimals(order.open, minimum) < 0) return "below-minimum"
  if (ended) return "plan-ended"
  const stopped = reasonOf(stops.filter(({ until }) => until === null))
  if (stopped !== null) return stopped
  return dueDayOf(dunningCase) === null ? "not-delivered-yet" : null
}

/** @returns what keeps the order from being reminded today and ends on a day that is known, or null */
export function reasonForToday({ stops, settings }: DunningCase, now: Date): "stopped" | "paused" | null {
  const today = calendarDayOf(now, settings.sendingTimes.timeZone)
  return reasonOf(stops.filter(({ until }) => until !== null && until >= today))
}

function reasonOf(stops: DunningCase["stops"]): "stopped" | "paused" | null {
  if (stops.length === 0) return null
  return stops.every(({ scope }) => scope === "plan") ? "paused" : "stopped"
}
