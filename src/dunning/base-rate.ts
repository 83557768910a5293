import { isDecimal } from "../kinds/decimal"
import { type CalendarDay, isCalendarDay } from "./calendar-day"

/** The base rate from a day on, until the next entry. */
export interface BaseRate {
  /** 1 January or 1 July: on those days the rate changes (§ 247 (1) BGB). */
  from: CalendarDay
  /** Percent a year as a decimal string; it has been negative. */
  percent: string
}

/**
 * The German base rate, § 247 BGB.
 *
 * Source: announcements of the Deutsche Bundesbank under § 247 (2) BGB, https://www.bundesbank.de (Basiszinssatz), as
 * reprinted; put together on 22 November 2026. The rate of 1 January 2026 is that of the Bundesbank's announcement of
 * December 2025 (unchanged, the main refinancing rate having stayed at 2.15 %), as reported by
 * https://finanzmarktnachrichten.de/basiszinssatz-bleibt-ab-1-januar-2026-bei-127. That of 1 July 2026 is not in here,
 * because it could not be looked up: merchants are warned and can enter it in the settings.
 */
export const GERMAN_BASE_RATES: readonly BaseRate[] = [
  { from: "2023-01-01", percent: "1.62" },
  { from: "2023-07-01", percent: "3.12" },
  { from: "2024-01-01", percent: "3.62" },
  { from: "2024-07-01", percent: "3.37" },
  { from: "2025-01-01", percent: "2.27" },
  { from: "2025-07-01", percent: "1.27" },
  { from: "2026-01-01", percent: "1.27" },
]

const MOST_ENTRIES = 200
/** The rate was between -0.88 and 3.62 so far; what is far outside is a typing slip. */
const MOST_PERCENT = 20

/** @returns what is wrong with a table that a merchant edited, in words with the way out, or null */
export function problemOfBaseRates(rates: readonly BaseRate[]): string | null {
  if (rates.length === 0 || rates.length > MOST_ENTRIES) return `The table has 1 to ${MOST_ENTRIES} base rates.`
  for (const [index, { from, percent }] of rates.entries()) {
    const before = rates[index - 1]
    if (!isCalendarDay(from) || !/-0[17]-01$/.test(from)) {
      return `"${from}" is no day on which the base rate changes; take 1 January or 1 July, such as 2026-01-01.`
    }
    if (before !== undefined && before.from >= from) return `${from} must come after ${before.from}, and only once.`
    if (!isDecimal(percent) || !/^-?\d{1,2}(\.\d{1,2})?$/.test(percent) || Math.abs(Number(percent)) > MOST_PERCENT) {
      return `"${percent}" is no base rate; write percent with a point and at most two decimals, such as 1.27 or -0.88.`
    }
  }
  return null
}

/** @returns the entry that applies on a day, or null for days before the table begins */
export function baseRateOn(day: CalendarDay, rates: readonly BaseRate[]): BaseRate | null {
  return rates.findLast(({ from }) => from <= day) ?? null
}

/** @returns the first entry after a day, or null */
export function nextBaseRateAfter(day: CalendarDay, rates: readonly BaseRate[]): BaseRate | null {
  return rates.find(({ from }) => from > day) ?? null
}

/**
 * Whether the rate of today is missing, which calls for a warning: the last one known still applies to what is computed.
 *
 * @returns the last 1 January or 1 July when the table has nothing from it on, else null
 */
export function missingBaseRate(rates: readonly BaseRate[], today: CalendarDay): CalendarDay | null {
  const year = today.slice(0, 4)
  const lastChange = today >= `${year}-07-01` ? `${year}-07-01` : `${year}-01-01`
  return rates.some(({ from }) => from >= lastChange) ? null : lastChange
}
