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
  return dayOfNumber(Math.floor(localTime(instant.getTime(), timeZone) / MS_PER_DAY))
}

/** @returns minutes since the clock there showed 0:00, by the clock: 8:00 is 480 on every day */
export function minuteOfDay(instant: Date, timeZone: string): number {
  const sinceMidnight = localTime(instant.getTime(), timeZone) % MS_PER_DAY
  return Math.floor(sinceMidnight / MS_PER_MINUTE)
}

/** @param days whole number, negative for earlier days */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayOfNumber(numberOfDay(day) + days)
}

/** @returns how many days `to` is after `from`; negative when it is before */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return numberOfDay(to) - numberOfDay(from)
}

/** @returns ISO 8601: 1 is Monday, 7 is Sunday */
export function weekdayOf(day: CalendarDay): number {
  // Day 0 was a Thursday.
  return ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1
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
  return numberOfDay(day) * MS_PER_DAY
}

/** Plans are made for many orders of few days: reading and writing each day once makes it several times as fast. */
const numbersOfDays = new Map<CalendarDay, number>()
const daysOfNumbers = new Map<number, CalendarDay>()

/** @returns days since 1 January 1970 @throws RangeError when the text is no day */
function numberOfDay(day: CalendarDay): number {
  const known = numbersOfDays.get(day)
  if (known !== undefined) return known
  if (!isCalendarDay(day)) throw new RangeError(`"${String(day)}" is no day; days are texts such as "2026-02-28".`)
  const number = Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY
  numbersOfDays.set(day, number)
  return number
}

function dayOfNumber(number: number): CalendarDay {
  const known = daysOfNumbers.get(number)
  if (known !== undefined) return known
  const day = new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
  daysOfNumbers.set(number, day)
  return day
}

/** What the clock there shows, as if it were UTC. */
function localTime(instant: number, timeZone: string): number {
  return instant + offset(instant, timeZone)
}

/** Asking Intl costs a thousand times as much as looking here. By zone, then by the number of the day in UTC. */
const offsetsAtMidnight = new Map<string, Map<number, number>>()

/** Milliseconds by which clocks there are ahead of UTC. */
function offset(instant: number, timeZone: string): number {
  const day = Math.floor(instant / MS_PER_DAY)
  const before = offsetAtMidnight(day, timeZone)
  // No zone changes its clock and changes it back within a day.
  return before === offsetAtMidnight(day + 1, timeZone) ? before : askOffset(instant, timeZone)
}

function offsetAtMidnight(day: number, timeZone: string): number {
  let offsets = offsetsAtMidnight.get(timeZone)
  if (offsets === undefined) {
    offsets = new Map()
    offsetsAtMidnight.set(timeZone, offsets)
  }
  const known = offsets.get(day)
  if (known !== undefined) return known
  const found = askOffset(day * MS_PER_DAY, timeZone)
  offsets.set(day, found)
  return found
}

const formats = new Map<string, Intl.DateTimeFormat>()

function askOffset(instant: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, ...FIELDS })
  formats.set(timeZone, format)
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const wholeSecond = Math.floor(instant / 1000) * 1000
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond
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
