import { expect } from "vitest"
import type { DunningStep } from "../../../src/dunning/dunning-plan"
import type { SendingTimes } from "../../../src/dunning/sending-times"
import type { StepRecord } from "../../../src/dunning/step-history"
import type { Decided, SimulatedOrder } from "./simulated-order"

const SEVERITY = ["payment-info", "payment-reminder", "dunning"]
const MS_PER_DAY = 86_400_000

/**
 * Every rule that holds for the mails of an order, checked by other means than those that decided: calendar days by
 * Intl, days as numbers, nothing imported from the code that is tested.
 */
export function expectRulesToHold({ decided, start }: SimulatedOrder): void {
  const { settings, plan, order } = start
  const { timeZone } = settings.sendingTimes
  const dayOf = (instant: Date): number => dayNumber(instant, timeZone)
  if (order.placedAt < settings.notBefore) expect(decided).toEqual([])

  decided.forEach(({ step, at, openCents, stops, history }, index) => {
    const day = dayOf(at)
    const sent = history.filter(({ state }) => state === "sent")
    const done = history.filter(({ state }) => state === "sent" || state === "passed-over")
    const base = plan.type === "prepayment" ? order.placedAt : (order.invoicedAt ?? order.fulfilledAt)
    expect(base, "nothing is asked for before delivery").not.toBeNull()
    const due = dayOf(base as Date) + settings.payableWithinDays

    expect(openCents, "never after payment").toBeGreaterThan(0)
    expect(day, "never before it is due").toBeGreaterThanOrEqual(
      dueDayOf(step, { order: dayOf(order.placedAt), due, done, dayOf }),
    )
    if (!isFriendly(step)) {
      expect(day, "no reminder while paying is in time").toBeGreaterThan(due)
      for (const { payableUntil } of sent) {
        if (payableUntil !== null) {
          expect(day, "no reminder within the time that a mail gave").toBeGreaterThan(dayFromText(payableUntil))
        }
      }
    }
    for (const { at: before } of sent) {
      expect(day - dayOf(before), "minimum distance").toBeGreaterThanOrEqual(settings.minimumDistanceDays)
    }
    expectSendingTime(at, settings.sendingTimes)
    for (const { until } of stops) {
      expect(until, "not while stopped").not.toBeNull()
      expect(day, "not before a stop has ended").toBeGreaterThan(dayFromText(until as string))
    }
    expect(unsettled(history), "not while the last mail is under way or did not arrive").toEqual([])

    for (const { kind, level } of done) expect(severity({ kind, level }), "out of order").toBeLessThan(severity(step))
    const skipped = plan.steps.slice(0, plan.steps.indexOf(step)).filter((earlier) => !isDone(earlier, done))
    expect(skipped, "no step is left out").toEqual([])
    const twice = decided.slice(0, index).filter(({ step: before }) => before === step)
    expect(twice.length, "never twice, but for mails that never left").toBeLessThanOrEqual(withdrawals(step, history))
  })
}

interface Anchors {
  order: number
  due: number
  done: StepRecord[]
  dayOf: (instant: Date) => number
}

function dueDayOf({ from, days }: DunningStep, { order, due, done, dayOf }: Anchors): number {
  const sternest = done.toSorted((a, b) => severity(a) - severity(b)).at(-1)
  return { order, due, previous: sternest === undefined ? order : dayOf(sternest.at) }[from] + days
}

function severity({ kind, level }: { kind: string; level: number }): number {
  return SEVERITY.indexOf(kind) * 100 + level
}

function isFriendly({ kind, from, days }: DunningStep): boolean {
  return kind === "payment-info" || (from === "due" && days <= 0)
}

function isDone(step: DunningStep, done: StepRecord[]): boolean {
  return done.some(({ kind, level }) => kind === step.kind && level === step.level)
}

function unsettled(history: readonly StepRecord[]): StepRecord[] {
  const last = history.filter(({ state }) => state !== "withdrawn").at(-1)
  return last === undefined || last.state === "sent" || last.state === "passed-over" ? [] : [last]
}

function withdrawals(step: DunningStep, history: readonly StepRecord[]): number {
  return history.filter(({ kind, level, state }) => {
    return kind === step.kind && level === step.level && state === "withdrawn"
  }).length
}

function expectSendingTime(at: Date, { timeZone, fromHour, untilHour, weekdays }: SendingTimes): void {
  const { hour } = clockOf(at, timeZone)
  expect(hour, "sending times").toBeGreaterThanOrEqual(fromHour)
  expect(hour, "sending times").toBeLessThan(untilHour)
  // 1 January 1970 was a Thursday.
  expect(weekdays, "weekdays").toContain(((dayNumber(at, timeZone) + 3) % 7) + 1)
}

function dayNumber(instant: Date, timeZone: string): number {
  const { year, month, day } = clockOf(instant, timeZone)
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

function dayFromText(day: string): number {
  return Date.parse(day) / MS_PER_DAY
}

const formats = new Map<string, Intl.DateTimeFormat>()

function clockOf(instant: Date, timeZone: string): { year: number; month: number; day: number; hour: number } {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      hourCycle: "h23",
    })
  formats.set(timeZone, format)
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return { year: part.year ?? 0, month: part.month ?? 0, day: part.day ?? 0, hour: part.hour ?? 0 }
}

/** The order's own decisions, as they would be read in a report. */
export function readable(decided: readonly Decided[]): string[] {
  return decided.map(({ step, at }) => `${step.kind}:${step.level} ${at.toISOString()}`)
}
