import type { z } from "@medusajs/framework/zod"
import { GERMAN_BASE_RATES } from "../../../dunning/base-rate"
import { DEFAULT_PLANS } from "../../../dunning/default-plans"
import { DEFAULT_MINIMUM_DISTANCE_DAYS } from "../../../dunning/dunning-case"
import type { DunningPlan, DunningStep, PlanType, StepAnchor, StepFee, StepKind } from "../../../dunning/dunning-plan"
import { isHolidayCountry } from "../../../dunning/holidays"
import { DEFAULT_SENDING_TIMES } from "../../../dunning/sending-times"
import { ibanCountry } from "../../../rendering/shared/iban"
import { checkDunning } from "./check-dunning"
import { dunningInput } from "./dunning-input"
import type { SectionDefinition } from "./section-definition"
import { shownDunning } from "./shown-dunning"

/** A step as it is saved; see {@link DunningStep} for what the fields mean. */
export interface SavedStep {
  kind: StepKind
  level: number
  from: StepAnchor
  days: number
  payable_within_days: number | null
  fees: StepFee[]
  interest: boolean
  offers_cancellation: boolean
  copy_to_merchant: boolean
  wait_for_approval: boolean
}

/** The fields of the section "Reminders". */
export interface DunningFields {
  prepayment_active: boolean
  prepayment_steps: SavedStep[]
  prepayment_cancel_after_days: number | null
  invoice_active: boolean
  invoice_steps: SavedStep[]
  not_before: string | null
  minimum_distance_days: number
  minimum_amounts: { currency: string; amount: string }[]
  sending_weekdays: number[]
  sending_from_hour: number
  sending_until_hour: number
  holiday_country: string | null
  holiday_state: string | null
  business_customers: "none" | "company"
  flat_fee: boolean
  base_rates: { from: string; percent: string }[]
}

const DUNNING_FIELDS = [
  "prepayment_active",
  "prepayment_steps",
  "prepayment_cancel_after_days",
  "invoice_active",
  "invoice_steps",
  "not_before",
  "minimum_distance_days",
  "minimum_amounts",
  "sending_weekdays",
  "sending_from_hour",
  "sending_until_hour",
  "holiday_country",
  "holiday_state",
  "business_customers",
  "flat_fee",
  "base_rates",
] as const satisfies (keyof DunningFields)[]

/** When unpaid orders are reminded, and what that costs. */
export const dunningSection: SectionDefinition<DunningFields> = {
  name: "dunning",
  fields: DUNNING_FIELDS,
  input: dunningInput as z.ZodType<Partial<DunningFields>>,
  base: ({ bankTransfer: { iban } }) => ({
    prepayment_active: true,
    prepayment_steps: DEFAULT_PLANS.prepayment.steps.map(savedStep),
    prepayment_cancel_after_days: DEFAULT_PLANS.prepayment.cancelAfterDays,
    invoice_active: true,
    invoice_steps: DEFAULT_PLANS.invoice.steps.map(savedStep),
    not_before: null,
    minimum_distance_days: DEFAULT_MINIMUM_DISTANCE_DAYS,
    minimum_amounts: [],
    sending_weekdays: [...DEFAULT_SENDING_TIMES.weekdays],
    sending_from_hour: DEFAULT_SENDING_TIMES.fromHour,
    sending_until_hour: DEFAULT_SENDING_TIMES.untilHour,
    // Where its bank is, a shop most likely is, too.
    holiday_country: isHolidayCountry(ibanCountry(iban)) ? ibanCountry(iban) : null,
    holiday_state: null,
    business_customers: "none",
    flat_fee: false,
    base_rates: [...GERMAN_BASE_RATES],
  }),
  shown: shownDunning,
  check: (fields) => checkDunning(fields, plansOf(fields)),
}

function savedStep({ payableWithinDays, offersCancellation, copyToMerchant, waitForApproval, ...step }: DunningStep) {
  return {
    ...step,
    fees: [...step.fees],
    payable_within_days: payableWithinDays,
    offers_cancellation: offersCancellation,
    copy_to_merchant: copyToMerchant,
    wait_for_approval: waitForApproval,
  } satisfies SavedStep
}

/** The step as src/dunning has it. */
function plainStep({
  payable_within_days,
  offers_cancellation,
  copy_to_merchant,
  wait_for_approval,
  ...step
}: SavedStep): DunningStep {
  return {
    ...step,
    payableWithinDays: payable_within_days,
    offersCancellation: offers_cancellation,
    copyToMerchant: copy_to_merchant,
    waitForApproval: wait_for_approval,
  }
}

/** The plans as src/dunning has them. */
export function plansOf(fields: DunningFields): Record<PlanType, DunningPlan> {
  return {
    prepayment: {
      type: "prepayment",
      steps: fields.prepayment_steps.map(plainStep),
      cancelAfterDays: fields.prepayment_cancel_after_days,
    },
    invoice: { type: "invoice", steps: fields.invoice_steps.map(plainStep), cancelAfterDays: null },
  }
}
