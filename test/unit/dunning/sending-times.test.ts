import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { holidayCountries, holidaysIn, holidayStates } from "../../../src/dunning/holidays"
import {
  DEFAULT_SENDING_TIMES,
  isSendingTime,
  nextSendingTime,
  problemOfSendingTimes,
  type SendingTimes,
} from "../../../src/dunning/sending-times"

const BAVARIA: SendingTimes = { ...DEFAULT_SENDING_TIMES, timeZone: "Europe/Berlin", country: "DE", state: "BY" }

describe("holidaysIn", () => {
  it.each([
    ["DE", "BY", "2026-01-06", true], // Epiphany: Bavaria, Baden-Württemberg, Saxony-Anhalt
    ["DE", "BE", "2026-01-06", false],
    ["DE", null, "2026-01-06", false],
    ["de", "by", "2026-06-04", true], // Corpus Christi
    ["DE", "NI", "2025-10-31", true], // Reformation Day
    ["DE", "BY", "2025-10-31", false],
    ["DE", null, "2026-04-03", true], // Good Friday
    ["AT", null, "2026-04-03", false],
    ["AT", null, "2025-12-08", true], // Immaculate Conception
    ["AT", null, "2025-12-24", false], // banks close at 14 h; that is no public holiday
    ["CH", null, "2025-08-01", true],
    ["CH", "ZH", "2026-05-01", true],
    ["AT", null, "2025-10-26", true], // the day on which the clock goes back
    ["AT", null, "2025-10-27", false],
    ["AE", null, "2025-04-01", true], // Eid al-Fitr, third of three days
    ["AE", null, "2025-04-02", false],
    [null, null, "2025-12-25", false],
    ["XX", null, "2025-12-25", false],
  ])("%s %s on %s: %s", (country, state, day, expected) => {
    expect(holidaysIn(country, state)(day)).toBe(expected)
  })

  it("offers countries and states to choose from", () => {
    expect(holidayCountries("de")).toMatchObject({ DE: "Deutschland", AT: "Österreich", CH: "Schweiz" })
    expect(holidayStates("de", "de")).toMatchObject({ BY: "Bayern" })
    expect(holidayStates("XX", "de")).toEqual({})
  })
})

describe("nextSendingTime", () => {
  it.each([
    ["within the times: at once", "2026-11-23T10:15:30Z", "2026-11-23T10:15:30Z"],
    ["8:00 sharp is open", "2026-11-23T07:00:00Z", "2026-11-23T07:00:00Z"],
    ["18:00 sharp is closed", "2026-11-23T17:00:00Z", "2026-11-24T07:00:00Z"],
    ["17:59:59 is open", "2026-11-23T16:59:59Z", "2026-11-23T16:59:59Z"],
    ["before opening: the same day", "2026-11-23T03:00:00Z", "2026-11-23T07:00:00Z"],
    ["Saturday: Monday", "2026-11-21T10:00:00Z", "2026-11-23T07:00:00Z"],
    ["Maundy Thursday evening: Tuesday after Easter", "2026-04-02T16:00:00Z", "2026-04-07T06:00:00Z"],
    ["over the beginning of summer time", "2026-03-27T17:30:00Z", "2026-03-30T06:00:00Z"],
    ["over its end", "2026-10-23T16:30:00Z", "2026-10-26T07:00:00Z"],
    ["Christmas to Monday", "2025-12-24T18:00:00Z", "2025-12-29T07:00:00Z"],
    ["29 February is a day like others", "2024-02-28T18:00:00Z", "2024-02-29T07:00:00Z"],
  ])("%s", (_what, from, expected) => {
    expect(nextSendingTime(new Date(from), BAVARIA)).toEqual(new Date(expected))
  })

  it("is the first minute that is open, for any times, zones and instants", () => {
    fc.assert(
      fc.property(anySendingTimes, anyMinute, (times, from) => {
        expect(problemOfSendingTimes(times)).toBeNull()
        const found = nextSendingTime(from, times)
        expect(isOpenByTheClock(found, times)).toBe(true)
        // Looking at every half hour would do for most zones; 15 minutes do for all of them.
        for (let at = from.getTime(); at < found.getTime(); at += 15 * 60_000) {
          expect(isSendingTime(new Date(at), times)).toBe(false)
        }
        expect(found >= from).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  const anyMinute = fc
    .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) })
    .map((ms) => new Date(Math.floor(ms / 60_000) * 60_000))
  const anySendingTimes: fc.Arbitrary<SendingTimes> = fc
    .record({
      timeZone: fc.constantFrom(
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Africa/Cairo",
      ),
      hours: fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 2 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      country: fc.constantFrom("DE", "AT", "US", null),
    })
    .map(({ hours, ...rest }) => ({
      ...rest,
      state: null,
      fromHour: Math.min(...hours),
      untilHour: Math.max(...hours),
    }))

  /** Read off Intl, not off our own arithmetic. */
  function isOpenByTheClock(at: Date, { timeZone, fromHour, untilHour, weekdays }: SendingTimes): boolean {
    const parts = new Intl.DateTimeFormat("en", { timeZone, weekday: "short", hour: "2-digit", hourCycle: "h23" })
    const { weekday = "", hour } = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
    const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return weekdays.includes(names.indexOf(weekday) + 1) && Number(hour) >= fromHour && Number(hour) < untilHour
  }

  it("says so when nothing is ever open", () => {
    expect(() => nextSendingTime(new Date("2026-01-01T00:00:00Z"), { ...BAVARIA, weekdays: [] })).toThrow(
      "No time for sending within 60 days of 2026-01-01",
    )
  })
})

it.each([
  [{}, null],
  [{ timeZone: "Europe/Bonn" }, '"Europe/Bonn" is no time zone'],
  [{ fromHour: 8.5 }, "whole numbers"],
  [{ untilHour: 25 }, "whole numbers"],
  [{ fromHour: 18, untilHour: 8 }, "cannot end at 8 h when it begins at 18 h"],
  [{ weekdays: [] }, "at least one weekday"],
  [{ weekdays: [0] }, "from 1 (Monday) to 7 (Sunday)"],
])("sending times with %j: %s", (changed, expected) => {
  const problem = problemOfSendingTimes({ ...BAVARIA, ...changed })
  if (expected === null) expect(problem).toBeNull()
  else expect(problem).toContain(expected)
})
