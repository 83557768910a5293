import { instantOf } from "../../../dunning/calendar-day"
import type { ClaimTerms } from "../../../dunning/demand"
import type { DunningSettings } from "../../../dunning/dunning-case"
import type { DunningPlan, PlanType } from "../../../dunning/dunning-plan"
import { plansOf } from "../settings/dunning-section"
import type { SectionFields } from "../settings/section-registry"

/** What a shop's settings say about reminders, in the words of src/dunning. */
export interface ShopRules {
  /** Payment providers by what they mean. */
  providers: Readonly<Record<PlanType, readonly string[]>>
  plans: Readonly<Record<PlanType, DunningPlan>>
  /** Whether the plan is followed at all. */
  active: Readonly<Record<PlanType, boolean>>
  settings: DunningSettings
  terms: ClaimTerms
}

export function shopRules(
  { dunning, bank }: Pick<SectionFields, "dunning" | "bank">,
  { installedAt, timeZone }: { installedAt: Date; timeZone: string },
): ShopRules {
  const chosen = dunning.not_before === null ? installedAt : instantOf(dunning.not_before, 0, timeZone)
  return {
    providers: { prepayment: bank.prepayment_providers, invoice: bank.invoice_providers },
    plans: plansOf(dunning),
    active: { prepayment: dunning.prepayment_active, invoice: dunning.invoice_active },
    settings: {
      notBefore: chosen > installedAt ? chosen : installedAt,
      minimumDistanceDays: dunning.minimum_distance_days,
      minimumAmounts: Object.fromEntries(dunning.minimum_amounts.map(({ currency, amount }) => [currency, amount])),
      payableWithinDays: bank.payable_within_days,
      sendingTimes: {
        timeZone,
        fromHour: dunning.sending_from_hour,
        untilHour: dunning.sending_until_hour,
        weekdays: dunning.sending_weekdays,
        country: dunning.holiday_country,
        state: dunning.holiday_state,
      },
    },
    terms: {
      businessCustomers: dunning.business_customers,
      flatFee: dunning.flat_fee,
      baseRates: dunning.base_rates,
    },
  }
}

/** @returns null where nothing is to be transferred, so that nobody is reminded */
export function planTypeOf({ providers }: ShopRules, paymentProviderIds: readonly string[]): PlanType | null {
  const isPaidBy = (type: PlanType) => paymentProviderIds.some((id) => providers[type].includes(id))
  return isPaidBy("prepayment") ? "prepayment" : isPaidBy("invoice") ? "invoice" : null
}
