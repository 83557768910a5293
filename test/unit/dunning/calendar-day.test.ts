import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDays,
  calendarDayOf,
  daysBetween,
  instantOf,
  isCalendarDay,
  isLeapYear,
  latestDay,
  minuteOfDay,
  weekdayOf,
} from "../../../src/dunning/calendar-day"

const ZONES = [
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Africa/Casablanca",
  "UTC",
]
const zone = fc.constantFrom(...ZONES)
const instant = fc.date({
  min: new Date("2005-01-01T00:00:00Z"),
  max: new Date("2040-01-01T00:00:00Z"),
  noInvalidDate: true,
})
const day = instant.map((date) => date.toISOString().slice(0, 10))

describe("calendarDayOf", () => {
  it.each([
    ["2026-03-28T23:30:00Z", "Europe/Berlin", "2026-03-29"],
    ["2026-03-29T21:59:59Z", "Europe/Berlin", "2026-03-29"],
    ["2026-03-29T22:00:00Z", "Europe/Berlin", "2026-03-30"],
    ["2024-02-28T23:00:00Z", "Europe/Berlin", "2024-02-29"],
    ["2025-12-31T10:00:00Z", "Pacific/Apia", "2025-12-31"],
    ["2025-12-31T11:00:00Z", "Pacific/Apia", "2026-01-01"],
    ["2026-01-01T04:59:00Z", "America/New_York", "2025-12-31"],
  ])("%s in %s is %s", (at, timeZone, expected) => {
    expect(calendarDayOf(new Date(at), timeZone)).toBe(expected)
  })

  it("agrees with Intl everywhere and always", () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        // Swedish writes dates as ISO 8601 does.
        const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at)
        const minute = minuteOfDay(at, timeZone)
        const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":")
        expect(`${calendarDayOf(at, timeZone)} ${clock}`).toBe(shown)
      }),
      { numRuns: 2000 },
    )
  })
})

describe("instantOf", () => {
  it.each([
    ["an ordinary day", "2026-11-23", 480, "Europe/Berlin", "2026-11-23T07:00:00.000Z"],
    ["summer", "2026-07-01", 480, "Europe/Berlin", "2026-07-01T06:00:00.000Z"],
    ["a time the clock leaps over", "2026-03-29", 150, "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["a time the clock shows twice", "2026-10-25", 150, "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["after the clock went back", "2026-10-25", 480, "Europe/Berlin", "2026-10-25T07:00:00.000Z"],
    ["a midnight that does not exist", "2018-11-04", 0, "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["a day that does not exist", "2011-12-30", 480, "Pacific/Apia", "2011-12-30T18:00:00.000Z"],
    ["half an hour of summer time", "2026-10-04", 480, "Australia/Lord_Howe", "2026-10-03T21:00:00.000Z"],
    ["the end of a day", "2024-02-29", 1440, "Europe/Berlin", "2024-02-29T23:00:00.000Z"],
  ])("%s", (_what, on, minute, timeZone, expected) => {
    expect(instantOf(on, minute, timeZone).toISOString()).toBe(expected)
  })

  it("is shown by the clock there, or just after a leap of the clock", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), zone, (on, minute, timeZone) => {
        const found = instantOf(on, minute, timeZone)
        const shown = `${calendarDayOf(found, timeZone)} ${String(minuteOfDay(found, timeZone)).padStart(4, "0")}`
        const wanted = `${on} ${String(minute).padStart(4, "0")}`
        expect(shown >= wanted).toBe(true)
        if (shown === wanted) return
        const before = new Date(found.getTime() - 25 * 3_600_000)
        expect(offsetOf(found, timeZone) - offsetOf(before, timeZone)).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
  })

  function offsetOf(at: Date, timeZone: string): number {
    return (
      Date.parse(`${calendarDayOf(at, timeZone)}T00:00Z`) / 60_000 + minuteOfDay(at, timeZone) - at.getTime() / 60_000
    )
  }
})

it("counts days across leap days, years and changes of the clock", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29")
  expect(addDays("2025-02-28", 1)).toBe("2025-03-01")
  expect(addDays("2026-03-30", -1)).toBe("2026-03-29")
  expect(addDays("2025-12-25", 10)).toBe("2026-01-04")
  expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366)
  expect(daysBetween("2026-03-30", "2026-03-28")).toBe(-2)
  fc.assert(
    fc.property(day, fc.integer({ min: -1000, max: 1000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days)
    }),
  )
})

it("knows weekdays and leap years", () => {
  expect(["2026-11-22", "2026-11-23", "2024-02-29"].map(weekdayOf)).toEqual([7, 1, 4])
  expect([1900, 2000, 2023, 2024, 2100].filter(isLeapYear)).toEqual([2000, 2024])
  expect(latestDay("2026-01-02", "2025-12-31", "2026-01-10")).toBe("2026-01-10")
})

it.each([
  ["2024-02-29", true],
  ["2025-02-29", false],
  ["2025-13-01", false],
  ["2025-1-1", false],
  ["20250101", false],
  ["+02025-01-01", false],
])("whether %s is a day: %s", (text, expected) => {
  expect(isCalendarDay(text)).toBe(expected)
})
