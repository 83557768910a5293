import { z } from "@medusajs/framework/zod"
import isISO4217 from "validator/lib/isISO4217"
import { problemOfBaseRates } from "../../../dunning/base-rate"
import { isCalendarDay } from "../../../dunning/calendar-day"
import { PLAN_LIMITS } from "../../../dunning/check-plan"
import { STEP_ANCHORS, STEP_KINDS } from "../../../dunning/dunning-plan"
import { isHolidayCountry } from "../../../dunning/holidays"

/** Names the values that a field takes. */
const oneOf = (values: readonly string[]) => `takes one of ${values.join(", ")}`
const onOrOff = z.boolean("takes true or false")
const whole = (least: number, most: number, unit = "number") => {
  const words = `takes a whole ${unit} from ${least} to ${most}`
  return z.number(words).int(words).min(least, words).max(most, words)
}

const currency = z
  .string("takes a currency such as EUR")
  .refine((code) => /^[A-Z]{3}$/.test(code) && isISO4217(code), "takes a currency such as EUR")

const amount = z
  .string('takes an amount such as "2.50"')
  .regex(/^\d{1,9}(\.\d{1,3})?$/, 'takes an amount such as "2.50", with a point before the decimals')

const day = z.string("takes a day such as 2026-12-31").refine(isCalendarDay, "takes a day such as 2026-12-31")

/** Numbers of a step are looked at with the plan (checkPlan): what they may be depends on the step and the one before. */
const wholeNumber = z.number("takes a whole number").int("takes a whole number")

const step = z.strictObject({
  kind: z.enum(STEP_KINDS, oneOf(STEP_KINDS)),
  level: wholeNumber,
  from: z.enum(STEP_ANCHORS, oneOf(STEP_ANCHORS)),
  days: wholeNumber,
  payable_within_days: wholeNumber.nullable(),
  fees: z
    .array(z.strictObject({ currency, consumer: amount, business: amount }))
    .max(PLAN_LIMITS.feeCurrencies, `takes fees in at most ${PLAN_LIMITS.feeCurrencies} currencies`),
  interest: onOrOff,
  offers_cancellation: onOrOff,
  copy_to_merchant: onOrOff,
  wait_for_approval: onOrOff,
})

const steps = z.array(step).max(PLAN_LIMITS.steps, `takes at most ${PLAN_LIMITS.steps} steps`)

const minimumAmounts = z
  .array(z.strictObject({ currency, amount }))
  .max(30, "takes at most 30 currencies")
  .superRefine((list, context) => {
    list.forEach((entry, index) => {
      if (list.findIndex((other) => other.currency === entry.currency) === index) return
      const message = `there is another amount for ${entry.currency}; keep one`
      context.addIssue({ code: "custom", path: [index, "currency"], message })
    })
  })

const weekdays = z
  .array(whole(1, 7, "weekday"))
  .min(1, "takes at least one weekday, or no reminder would ever be sent")
  .transform((days) => [...new Set(days)].sort())

const country = z
  .string("takes a country such as DE, or null")
  .refine(isHolidayCountry, "takes a country whose holidays are known, such as DE")

/** 200 rates of a half-year each; one more shows that there are too many. */
const MOST_RATES = 201

const baseRates = z
  .array(z.strictObject({ from: z.string().max(10), percent: z.string().max(10) }))
  .max(MOST_RATES)
  .superRefine((rates, context) => {
    const problem = problemOfBaseRates(rates)
    if (problem !== null) context.addIssue({ code: "custom", message: problem })
  })

const CUSTOMERS = ["none", "company"] as const

/** What may be saved of the section "Reminders"; what fields say together is checked by the section. */
export const dunningInput = z
  .strictObject({
    prepayment_active: onOrOff,
    prepayment_steps: steps,
    prepayment_cancel_after_days: whole(1, PLAN_LIMITS.days, "number of days").nullable(),
    invoice_active: onOrOff,
    invoice_steps: steps,
    not_before: day.nullable(),
    minimum_distance_days: whole(1, 60, "number of days"),
    minimum_amounts: minimumAmounts,
    sending_weekdays: weekdays,
    sending_from_hour: whole(0, 23, "hour"),
    sending_until_hour: whole(1, 24, "hour"),
    holiday_country: country.nullable(),
    holiday_state: z.string("takes a state such as BY, or null").max(10, "takes a state such as BY").nullable(),
    business_customers: z.enum(CUSTOMERS, oneOf(CUSTOMERS)),
    flat_fee: onOrOff,
    base_rates: baseRates,
  })
  .partial()
