import { addDays, type CalendarDay, daysBetween, isLeapYear } from "./calendar-day"
import { type BaseRate, baseRateOn, nextBaseRateAfter } from "./base-rate"
import type { InterestRule } from "./country-profiles"
import { currencyDecimals } from "./currency-decimals"
import { add, type Fraction, fraction, multiply, ratio, toDecimal, ZERO } from "./fraction"

/** Days in a row that bear interest at one rate. */
export interface InterestPeriod {
  from: CalendarDay
  /** Inclusive. */
  until: CalendarDay
  days: number
  /** Percent a year, as a decimal string. */
  percent: string
}

/**
 * Default interest on an amount that stays the same, from one day until another, both inclusive.
 *
 * Simple interest: none is charged on interest (§ 289 BGB). By the day, act/365: every day bears a 365th of the yearly rate; in
 * a leap year a 366th, so that a whole year costs the yearly rate and never more (§ 288 (1): "für das Jahr"). Across a
 * change of the base rate each day bears the rate of that day.
 *
 * @param principal decimal string; the open amount alone, without costs and interest
 * @param rule of the country (country-profiles.ts)
 * @param until before `from`: no interest
 * @returns exact and not rounded yet
 * @throws RangeError when the principal is no decimal number
 */
export function exactInterest(
  principal: string,
  rule: InterestRule,
  rates: readonly BaseRate[],
  from: CalendarDay,
  until: CalendarDay,
): Fraction {
  const perYear = interestPeriods(rule, rates, from, until)
    .map(({ percent, days, from: first }) => multiply(fraction(percent), yearShare(first, days)))
    .reduce(add, ZERO)
  return multiply(multiply(fraction(principal), perYear), ratio(1, 100))
}

/** @returns the same, rounded half up to the currency @param currency ISO 4217, in either case */
export function defaultInterest(
  principal: string,
  currency: string,
  rule: InterestRule,
  rates: readonly BaseRate[],
  from: CalendarDay,
  until: CalendarDay,
): string {
  return toDecimal(exactInterest(principal, rule, rates, from, until), currencyDecimals(currency))
}

/**
 * The periods with one rate and within one year. Days before the table of base rates begins are left out: what their rate was
 * is not known. After its end the last rate goes on; missingBaseRate tells when that is a guess.
 */
export function interestPeriods(
  rule: InterestRule,
  rates: readonly BaseRate[],
  from: CalendarDay,
  until: CalendarDay,
): InterestPeriod[] {
  const periods: InterestPeriod[] = []
  for (let first = from; first <= until;) {
    const last = lastDayLike(first, rule, rates, until)
    const percent = yearlyPercent(first, rule, rates)
    if (percent !== null) {
      periods.push({ from: first, until: last, days: daysBetween(first, last) + 1, percent })
    }
    first = addDays(last, 1)
  }
  return periods
}

/** @returns null where the base rate is not known; never below zero, because no creditor owes interest for being paid late */
function yearlyPercent(day: CalendarDay, rule: InterestRule, rates: readonly BaseRate[]): string | null {
  if (rule.type === "fixed") return rule.percent
  const rate = baseRateOn(day, rates)
  if (rate === null) return null
  const percent = add(fraction(rate.percent), fraction(rule.points))
  return toDecimal(percent.numerator < 0n ? ZERO : percent, PERCENT_DECIMALS)
}

/** Base rates are announced with two. */
const PERCENT_DECIMALS = 2

function lastDayLike(
  first: CalendarDay,
  rule: InterestRule,
  rates: readonly BaseRate[],
  until: CalendarDay,
): CalendarDay {
  const change = rule.type === "fixed" ? null : nextBaseRateAfter(first, rates)
  const ends = [until, `${first.slice(0, 4)}-12-31`, ...(change === null ? [] : [addDays(change.from, -1)])]
  return ends.reduce((earliest, day) => (day < earliest ? day : earliest))
}

function yearShare(day: CalendarDay, days: number): Fraction {
  return ratio(days, isLeapYear(Number(day.slice(0, 4))) ? 366 : 365)
}
