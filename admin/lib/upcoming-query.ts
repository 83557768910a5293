import type { UpcomingFilters, UpcomingQuery } from "./dunning-api"
import { jsonParameter, offsetIn } from "./list-query"

/** More than the other lists show at once, because mails are approved many at a time. */
export const UPCOMING_PAGE_SIZE = 50

export const PERIODS = ["all", "today", "week", "month"] as const
export type Period = (typeof PERIODS)[number]

export const UPCOMING_STATES = ["planned", "awaiting-approval", "on-hold"] as const
export const UPCOMING_KINDS = ["payment-info", "payment-reminder", "dunning", "order-canceled-unpaid"] as const
export const UPCOMING_LEVELS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const
export const PLAN_TYPES = ["prepayment", "invoice"] as const
const ORDERS = ["at", "-at", "amount_open", "-amount_open"] as const

/** A choice in the page's address; undefined for one that the server does not know, which is as if nothing was chosen. */
function choiceIn<T extends string>(parameters: URLSearchParams, name: string, choices: readonly T[]): T | undefined {
  const value = jsonParameter(parameters, name)
  return choices.find((choice) => choice === String(value))
}

function textIn(parameters: URLSearchParams, name: string): string | undefined {
  const value = jsonParameter(parameters, name)
  return typeof value === "string" && value !== "" ? value : undefined
}

export const periodIn = (parameters: URLSearchParams): Period => choiceIn(parameters, "period", PERIODS) ?? "all"

/** Reads what the list is narrowed to from the page's address. */
export const upcomingFiltersFrom = (parameters: URLSearchParams): UpcomingFilters => ({
  period: periodIn(parameters),
  state: choiceIn(parameters, "state", UPCOMING_STATES),
  kind: choiceIn(parameters, "kind", UPCOMING_KINDS),
  level: choiceIn(parameters, "level", UPCOMING_LEVELS),
  shop_id: textIn(parameters, "shop_id"),
  plan_type: choiceIn(parameters, "plan_type", PLAN_TYPES),
  q: parameters.get("q") || undefined,
})

/** Reads the list's query from the page's address, what comes first at the top unless it says otherwise. */
export const upcomingQueryFrom = (parameters: URLSearchParams): UpcomingQuery => ({
  ...upcomingFiltersFrom(parameters),
  order: choiceIn(parameters, "order", ORDERS) ?? "at",
  limit: UPCOMING_PAGE_SIZE,
  offset: offsetIn(parameters, "offset"),
})
