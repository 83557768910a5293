import type { OrderMailListQuery } from "./order-mails-api"

export const PAGE_SIZE = 20

/** A search parameter of the page; the data table writes them, as JSON where they are not plain. */
export const jsonParameter = (parameters: URLSearchParams, name: string): unknown => {
  const raw = parameters.get(name)
  if (raw === null) return undefined
  try {
    return JSON.parse(raw)
  } catch {
    // Written by hand, for example `?state=failed`.
    return raw
  }
}

function listParameter(parameters: URLSearchParams, name: string): string[] | undefined {
  const value = jsonParameter(parameters, name)
  const items = Array.isArray(value) ? value : typeof value === "string" ? [value] : []
  const texts = items.filter((item): item is string => typeof item === "string")
  return texts.length > 0 ? texts : undefined
}

function rangeParameter(parameters: URLSearchParams, name: string): OrderMailListQuery["created_at"] {
  const value = jsonParameter(parameters, name)
  if (typeof value !== "object" || value === null) return undefined
  const bounds = Object.entries(value).filter(
    ([operator, bound]) => ["$gte", "$lte"].includes(operator) && typeof bound === "string",
  )
  return bounds.length > 0 ? Object.fromEntries(bounds) : undefined
}

/** Where a page of a list begins; at the start when the address says nothing usable. */
export function offsetIn(parameters: URLSearchParams, name: string): number {
  const offset = Number(parameters.get(name))
  return Number.isInteger(offset) && offset > 0 ? offset : 0
}

/** Reads the list's query from the page's address, newest first unless it says otherwise. */
export function listQueryFrom(parameters: URLSearchParams): OrderMailListQuery {
  return {
    q: parameters.get("q") || undefined,
    state: listParameter(parameters, "state"),
    kind: listParameter(parameters, "kind"),
    shop_id: listParameter(parameters, "shop_id"),
    // Plain from the notice above the list, a text in quotes from the data table's filter.
    attention: String(jsonParameter(parameters, "attention")) === "true" ? true : undefined,
    created_at: rangeParameter(parameters, "created_at"),
    order: parameters.get("order") || "-created_at",
    limit: PAGE_SIZE,
    offset: offsetIn(parameters, "offset"),
  }
}
