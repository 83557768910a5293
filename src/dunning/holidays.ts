import Holidays from "date-holidays"
import { addDays, type CalendarDay } from "./calendar-day"

/** Whether a day is a public holiday somewhere. */
export type IsHoliday = (day: CalendarDay) => boolean

/** Working out a year takes milliseconds, and shops are in few places. Keyed by "DE-BY 2026". */
const holidaysOfYears = new Map<string, ReadonlySet<CalendarDay>>()

/**
 * Public holidays by country and state, from `date-holidays`; days on which only banks or schools close are none.
 *
 * @param country ISO 3166-1 alpha-2, in either case; null or a country that is not known: no day is a holiday
 * @param state what follows the country in ISO 3166-2 ("BY" of "DE-BY"); null: holidays of the whole country only
 */
export function holidaysIn(country: string | null, state: string | null): IsHoliday {
  if (country === null) return () => false
  const place = { country: country.toUpperCase(), state: state?.toUpperCase() }
  return (day) => holidaysOf(place, Number(day.slice(0, 4))).has(day)
}

/** @returns ISO 3166-1 alpha-2 to the country's name in the language where it is known, for choosing from */
export function holidayCountries(language: string): Record<string, string> {
  return new Holidays().getCountries(language)
}

/** In upper case; asked for whenever settings are read. */
let knownCountries: ReadonlySet<string> | undefined

/** @param code ISO 3166-1 alpha-2, upper case @returns whether its public holidays are known */
export function isHolidayCountry(code: string): boolean {
  knownCountries ??= new Set(Object.keys(holidayCountries("en")))
  return knownCountries.has(code)
}

/** @returns codes to names of the country's states, empty where holidays do not differ by state */
export function holidayStates(country: string, language: string): Record<string, string> {
  return new Holidays().getStates(country.toUpperCase(), language) ?? {}
}

function holidaysOf(place: { country: string; state: string | undefined }, year: number): ReadonlySet<CalendarDay> {
  const key = `${place.country}-${place.state ?? ""} ${year}`
  const days = holidaysOfYears.get(key) ?? new Set(calculate(place, year))
  holidaysOfYears.set(key, days)
  return days
}

function calculate(place: { country: string; state: string | undefined }, year: number): CalendarDay[] {
  // In UTC every day has 24 hours, so that the last day of a holiday can be told from its end.
  const calendar = new Holidays(place, { timezone: "UTC", types: ["public"] })
  // A holiday that begins on 31 December and lasts for days is listed in the year before.
  return [year - 1, year].flatMap((listed) =>
    calendar.getHolidays(listed).flatMap(({ date, end }) => {
      const first = date.slice(0, 10)
      const last = new Date(end.getTime() - 1).toISOString().slice(0, 10)
      const days: CalendarDay[] = []
      for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
      return days
    }),
  )
}
