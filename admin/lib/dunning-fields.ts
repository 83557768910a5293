import type { AdminDunningFields } from "../../src/api/settings-types"

/** The settings of each card of the page, in its order. */
export const DUNNING_CARDS = {
  prepayment: ["prepayment_active", "prepayment_steps", "prepayment_cancel_after_days"],
  invoice: ["invoice_active", "invoice_steps"],
  terms: ["not_before", "minimum_distance_days", "minimum_amounts"],
  times: ["sending_weekdays", "sending_from_hour", "sending_until_hour", "holiday_country", "holiday_state"],
  law: ["business_customers", "flat_fee", "base_rates"],
} as const satisfies Record<string, readonly (keyof AdminDunningFields)[]>

/** The forms of the page, one for each card. */
export type DunningCard = keyof typeof DUNNING_CARDS
export const DUNNING_CARD_NAMES = Object.keys(DUNNING_CARDS) as DunningCard[]

/** Sentences about the law that stand beside what is set. */
export const LAW_NOTES = ["fees", "firstReminder", "interest", "flatFee", "countries", "noAdvice"] as const
