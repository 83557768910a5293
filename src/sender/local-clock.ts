/** What a clock on the wall shows. */
export interface LocalClock {
  /** `YYYY-MM-DD` */
  day: string
  /** 0 to 23 */
  hour: number
}

/** Making a format costs far more than using it, and a shop has one time zone. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** @param timeZone IANA name; put together of parts: how a locale orders them changes with ICU */
export function localClock(instant: Date, timeZone: string): LocalClock {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, ...FIELDS, hourCycle: "h23" })
  formats.set(timeZone, format)
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) }
}

const FIELDS = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit" } as const

/** @param day `YYYY-MM-DD` */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
