import { addDays, calendarDayOf, type CalendarDay, instantOf, minuteOfDay, weekdayOf } from "./calendar-day"
import { holidaysIn } from "./holidays"

/** When reminders may be sent. All times are by the clock of the time zone. */
export interface SendingTimes {
  /** IANA name, the shop's. */
  timeZone: string
  /** First hour of the day, 0 to 23: 8 means from 8:00 on. */
  fromHour: number
  /** Hour at which sending ends, 1 to 24, later than `fromHour`: 18 means until 17:59. */
  untilHour: number
  /** ISO 8601: 1 is Monday, 7 is Sunday. At least one. */
  weekdays: readonly number[]
  /** Whose public holidays are left out, ISO 3166-1 alpha-2; null: none are. */
  country: string | null
  /** Part of the country, ISO 3166-2 without the country ("BY"); null: holidays of the whole country only. */
  state: string | null
}

/** Working days, 8 to 18 h. Saturday is a "Werktag" by law and still no day for reminders. */
export const DEFAULT_SENDING_TIMES: Omit<SendingTimes, "timeZone" | "country" | "state"> = {
  fromHour: 8,
  untilHour: 18,
  weekdays: [1, 2, 3, 4, 5],
}

/** Longer than any row of holidays and weekdays without sending in any country. */
const MOST_CLOSED_DAYS = 60

/** @returns what is wrong with the times, in words, or null */
export function problemOfSendingTimes({ timeZone, fromHour, untilHour, weekdays }: SendingTimes): string | null {
  if (!isTimeZone(timeZone)) return `"${timeZone}" is no time zone; use an IANA name such as "Europe/Berlin".`
  if (!isHour(fromHour) || !isHour(untilHour)) return "Hours are whole numbers from 0 to 24."
  if (fromHour >= untilHour) return `Sending cannot end at ${untilHour} h when it begins at ${fromHour} h.`
  if (weekdays.length === 0) return "Choose at least one weekday; without any no reminder would ever be sent."
  if (!weekdays.every(isWeekday)) return "Weekdays are whole numbers from 1 (Monday) to 7 (Sunday)."
  return null
}

/** @returns whether a reminder may be sent at this instant */
export function isSendingTime(instant: Date, times: SendingTimes): boolean {
  const minute = minuteOfDay(instant, times.timeZone)
  const inHours = minute >= times.fromHour * 60 && minute < times.untilHour * 60
  return inHours && isSendingDay(calendarDayOf(instant, times.timeZone), times)
}

/** @returns whether reminders are sent on this day: one of the weekdays, and no public holiday */
export function isSendingDay(day: CalendarDay, { weekdays, country, state }: SendingTimes): boolean {
  return weekdays.includes(weekdayOf(day)) && !holidaysIn(country, state)(day)
}

/**
 * @returns the first instant from `from` on at which a reminder may be sent; `from` itself when it is one
 * @throws RangeError when the times allow no day at all
 */
export function nextSendingTime(from: Date, times: SendingTimes): Date {
  if (isSendingTime(from, times)) return from
  const today = calendarDayOf(from, times.timeZone)
  for (let days = 0; days <= MOST_CLOSED_DAYS; days++) {
    const day = addDays(today, days)
    if (!isSendingDay(day, times)) continue
    const opening = instantOf(day, times.fromHour * 60, times.timeZone)
    // Where the clock goes back at opening time, it can show a time before it twice.
    if (opening >= from && isSendingTime(opening, times)) return opening
  }
  throw new RangeError(
    `No time for sending within ${MOST_CLOSED_DAYS} days of ${today} (weekdays ${times.weekdays.join(", ")}, ` +
      `${times.fromHour} to ${times.untilHour} h); allow more in the settings of reminders.`,
  )
}

function isHour(hour: number): boolean {
  return Number.isInteger(hour) && hour >= 0 && hour <= 24
}

function isWeekday(weekday: number): boolean {
  return Number.isInteger(weekday) && weekday >= 1 && weekday <= 7
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return true
  } catch {
    return false
  }
}
