import { addDays, calendarDayOf, instantOf, weekdayOf } from "../../../dunning/calendar-day"
import type { UpcomingFilters } from "./answers"

/** @returns the first instant after today, this week (ISO 8601: it ends on Sunday) or this month there; null: there is no end */
export function periodEnd(period: UpcomingFilters["period"], now: Date, timeZone: string): Date | null {
  const today = calendarDayOf(now, timeZone)
  const beginning = (day: string) => instantOf(day, 0, timeZone)
  switch (period) {
    case "today":
      return beginning(addDays(today, 1))
    case "week":
      return beginning(addDays(today, 8 - weekdayOf(today)))
    case "month":
      // From any day of a month, 31 days on from its first is in the next one.
      return beginning(`${addDays(`${today.slice(0, 7)}-01`, 31).slice(0, 7)}-01`)
    default:
      return null
  }
}
