import type { DunningPlan, DunningStep, PlanType } from "./dunning-plan"

const PLAIN = {
  fees: [],
  interest: false,
  offersCancellation: false,
  copyToMerchant: false,
  waitForApproval: false,
} as const satisfies Partial<DunningStep>

/**
 * What applies where a merchant set nothing. Nothing costs anything: a reminder by e-mail causes no cost that a consumer
 * would owe (BGH VIII ZR 95/18 allowed what a letter's paper and postage cost, and no staff or machines).
 *
 * Prepayment ends in the offer to cancel and not in a dunning letter: nothing was delivered yet.
 */
export const DEFAULT_PLANS: Readonly<Record<PlanType, DunningPlan>> = {
  prepayment: {
    type: "prepayment",
    steps: [
      { ...PLAIN, kind: "payment-info", level: 1, from: "order", days: 5, payableWithinDays: 4 },
      { ...PLAIN, kind: "payment-reminder", level: 1, from: "order", days: 10, payableWithinDays: 6 },
      {
        ...PLAIN,
        kind: "payment-reminder",
        level: 2,
        from: "order",
        days: 17,
        payableWithinDays: 7,
        offersCancellation: true,
      },
    ],
    cancelAfterDays: null,
  },
  invoice: {
    type: "invoice",
    steps: [
      { ...PLAIN, kind: "payment-reminder", level: 1, from: "due", days: 3, payableWithinDays: 7 },
      { ...PLAIN, kind: "dunning", level: 1, from: "due", days: 14, payableWithinDays: 7 },
      { ...PLAIN, kind: "dunning", level: 2, from: "due", days: 24, payableWithinDays: 7 },
    ],
    cancelAfterDays: null,
  },
}
