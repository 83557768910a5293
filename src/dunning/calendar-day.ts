/**
 * Calendar days and the instants at which they begin somewhere. Periods of the law are counted in calendar days
 * (§§ 187, 188 BGB), never in hours: a day may have 23, 24 or 25 of them.
 */

/** `YYYY-MM-DD` of the Gregorian calendar; as text, earlier days sort before later ones. */
export type CalendarDay = string

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000

/** @returns whether the text is a day that exists: "2024-02-29" does, "2025-02-29" does not */
export function isCalendarDay(text: string): text is CalendarDay {
  const instant = Date.parse(`${text}T00:00:00Z`)
  return DAY.test(text) && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

/** @param timeZone IANA name @returns the day a calendar on the wall there shows */
export function calendarDayOf(instant: Date, timeZone: string): CalendarDay {
  return new Date(localTime(instant.getTime(), timeZone)).toISOString().slice(0, 10)
}

/** @returns minutes since the clock there showed 0:00, by the clock: 8:00 is 480 on every day */
export function minuteOfDay(instant: Date, timeZone: string): number {
  const sinceMidnight = localTime(instant.getTime(), timeZone) % MS_PER_DAY
  return Math.floor(sinceMidnight / MS_PER_MINUTE)
}

/** @param days whole number, negative for earlier days */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(midnight(day) + days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** @returns how many days `to` is after `from`; negative when it is before */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (midnight(to) - midnight(from)) / MS_PER_DAY
}

/** @returns ISO 8601: 1 is Monday, 7 is Sunday */
export function weekdayOf(day: CalendarDay): number {
  return new Date(midnight(day)).getUTCDay() || 7
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** @returns the later of the days */
export function latestDay(first: CalendarDay, ...others: CalendarDay[]): CalendarDay {
  return others.reduce((latest, day) => (day > latest ? day : latest), first)
}

/**
 * The instant at which clocks there show this time of this day. A time that the clock shows twice is the first of them;
 * one that it leaps over is moved by as much as it leaps (RFC 5545, 3.3.5), so it is never before the day began.
 *
 * @param minute minutes after 0:00 by the clock, 0 to 1440; 1440 is 0:00 of the next day
 * @param timeZone IANA name
 */
export function instantOf(day: CalendarDay, minute: number, timeZone: string): Date {
  const wanted = midnight(day) + minute * MS_PER_MINUTE
  // A day before and after, no zone is so far from UTC that a change of its clock could lie outside of them.
  const earlier = wanted - offset(wanted - MS_PER_DAY, timeZone)
  const later = wanted - offset(wanted + MS_PER_DAY, timeZone)
  const shown = [earlier, later].filter((instant) => localTime(instant, timeZone) === wanted)
  return new Date(shown.length > 0 ? Math.min(...shown) : earlier)
}

function midnight(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** What the clock there shows, as if it were UTC. */
function localTime(instant: number, timeZone: string): number {
  return instant + offset(instant, timeZone)
}

const QUARTER_HOUR = 900_000

/** Asking Intl costs a thousand times as much as looking here; offsets change at quarters of an hour only. */
const knownOffsets = new Map<string, Map<number, number>>()
const MOST_KNOWN_OFFSETS = 50_000

/** Milliseconds by which clocks there are ahead of UTC. */
function offset(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / QUARTER_HOUR)
  let known = knownOffsets.get(timeZone)
  if (known === undefined || known.size > MOST_KNOWN_OFFSETS) {
    known = new Map()
    knownOffsets.set(timeZone, known)
  }
  const remembered = known.get(quarter)
  if (remembered !== undefined) return remembered
  const found = askOffset(quarter * QUARTER_HOUR, timeZone)
  known.set(quarter, found)
  return found
}

const formats = new Map<string, Intl.DateTimeFormat>()

function askOffset(instant: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, ...FIELDS })
  formats.set(timeZone, format)
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant
}

const FIELDS = {
  calendar: "gregory",
  numberingSystem: "latn",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
  hourCycle: "h23",
} as const
