import type { AdminDunningFields } from "../../src/api/settings-types"

type BaseRate = AdminDunningFields["base_rates"][number]

/** An amount that is not negative, as a decimal string. */
export const isAmount = (amount: string): boolean => /^\d{1,9}(\.\d{1,3})?$/.test(amount)

/** The half-year after the last one of the table, in which the rate can have changed. */
export function nextHalfYear(rates: readonly BaseRate[], today: string): string {
  const last = rates.at(-1)?.from ?? `${Number(today.slice(0, 4)) - 1}-07-01`
  const year = Number(last.slice(0, 4))
  return last.endsWith("-01-01") ? `${year}-07-01` : `${year + 1}-01-01`
}
