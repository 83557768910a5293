import { z } from "@medusajs/framework/zod"
import { STEP_ANCHORS, STEP_KINDS } from "../../../dunning/dunning-plan"

const amount = z.string().regex(/^\d{1,9}(\.\d{1,3})?$/, "takes an amount such as 2.50")
const currency = z.string().regex(/^[A-Z]{3}$/, "takes a currency such as EUR")
const step = z.strictObject({
  kind: z.enum(STEP_KINDS),
  level: z.number().int(),
  from: z.enum(STEP_ANCHORS),
  days: z.number().int(),
  payable_within_days: z.number().int().nullable(),
  fees: z.array(z.strictObject({ currency, consumer: amount, business: amount })),
  interest: z.boolean(),
  offers_cancellation: z.boolean(),
  copy_to_merchant: z.boolean(),
  wait_for_approval: z.boolean(),
})
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "takes a day such as 2026-12-31")

/** What may be saved of the section "Reminders". */
export const dunningInput = z
  .strictObject({
    prepayment_active: z.boolean(),
    prepayment_steps: z.array(step).max(10),
    prepayment_cancel_after_days: z.number().int().nullable(),
    invoice_active: z.boolean(),
    invoice_steps: z.array(step).max(10),
    not_before: day.nullable(),
    minimum_distance_days: z.number().int().min(1).max(60),
    minimum_amounts: z.array(z.strictObject({ currency, amount })).max(30),
    sending_weekdays: z.array(z.number().int().min(1).max(7)).min(1),
    sending_from_hour: z.number().int().min(0).max(23),
    sending_until_hour: z.number().int().min(1).max(24),
    holiday_country: z.string().nullable(),
    holiday_state: z.string().nullable(),
    business_customers: z.enum(["none", "company"]),
    flat_fee: z.boolean(),
    base_rates: z.array(z.strictObject({ from: day, percent: z.string() })).min(1),
  })
  .partial()
