import type { AdminDunningFields, AdminDunningStep } from "../../src/api/settings-types"
import { checkPlan, PLAN_LIMITS, type PlanProblem } from "../../src/dunning/check-plan"
import type { PlanType } from "../../src/dunning/dunning-plan"

/** The fields of each plan. */
export const PLAN_FIELDS = {
  prepayment: { active: "prepayment_active", steps: "prepayment_steps" },
  invoice: { active: "invoice_active", steps: "invoice_steps" },
} as const satisfies Record<PlanType, Record<string, keyof AdminDunningFields>>

export const LEVELS = Array.from({ length: PLAN_LIMITS.level }, (_, index) => index + 1)

/** What a step's days are counted from, as people choose it: days before the due date are negative ones. */
export const STEP_MOMENTS = ["order", "before-due", "due", "previous"] as const
export type StepMoment = (typeof STEP_MOMENTS)[number]

/** What can be switched on in a step beside its day and its costs. */
export const STEP_SWITCHES = [
  "wait_for_approval",
  "copy_to_merchant",
  "offers_cancellation",
  "interest",
] as const satisfies readonly (keyof AdminDunningStep)[]

/** @returns everything that is wrong with a plan, as the server would find it; a number that is missing is out of range */
export function planProblems(
  type: PlanType,
  steps: readonly AdminDunningStep[],
  cancelAfterDays: number | null,
): PlanProblem[] {
  const plain = steps.map((step) => ({
    ...step,
    payableWithinDays: step.payable_within_days,
    offersCancellation: step.offers_cancellation,
    copyToMerchant: step.copy_to_merchant,
    waitForApproval: step.wait_for_approval,
  }))
  return checkPlan({ type, steps: plain, cancelAfterDays })
}

/** A step that can follow these: as stern as the last one or sterner, after what that one gave has passed. */
export function nextStep(steps: readonly AdminDunningStep[]): AdminDunningStep {
  const last = steps.at(-1)
  const plain = {
    payable_within_days: 7,
    fees: [],
    interest: false,
    offers_cancellation: false,
    copy_to_merchant: false,
    wait_for_approval: false,
  }
  if (!last) return { ...plain, kind: "payment-reminder", level: 1, from: "due", days: 3 }
  const kind = last.kind === "payment-info" ? "payment-reminder" : last.kind
  const level = Math.min(kind === last.kind ? last.level + 1 : 1, PLAN_LIMITS.level)
  return { ...plain, kind, level, from: "previous", days: (last.payable_within_days || 7) + DAYS_OF_TRANSFER }
}

/** A transfer that is made on the last day arrives on the next one, and has to be booked. */
const DAYS_OF_TRANSFER = 3

/** The first level of a kind that no other step has. */
export function freeLevel(
  kind: AdminDunningStep["kind"],
  others: readonly Pick<AdminDunningStep, "kind" | "level">[],
): number {
  const isTaken = (level: number) => others.some((other) => other.kind === kind && other.level === level)
  return LEVELS.find((level) => !isTaken(level)) ?? PLAN_LIMITS.level
}

export const withStep = (steps: readonly AdminDunningStep[], index: number, part: Partial<AdminDunningStep>) =>
  steps.map((step, place) => (place === index ? { ...step, ...part } : step))

/** @param by -1: one place up; 1: one place down */
export function movedStep(steps: readonly AdminDunningStep[], index: number, by: -1 | 1): AdminDunningStep[] {
  const moved = [...steps]
  moved.splice(index + by, 0, ...moved.splice(index, 1))
  return moved
}

/** @param isBefore what was chosen last, which a day of 0 or none does not tell */
export function momentOf({ from, days }: Pick<AdminDunningStep, "from" | "days">, isBefore = false): StepMoment {
  if (from !== "due") return from
  return days < 0 || (isBefore && !(days > 0)) ? "before-due" : "due"
}

/** @param days as typed, without a sign; NaN: nothing is typed yet */
export function daysFrom(moment: StepMoment, days: number): Pick<AdminDunningStep, "from" | "days"> {
  if (moment !== "before-due") return { from: moment, days: Math.abs(days) }
  // 0 has no sign.
  return { from: "due", days: days === 0 ? 0 : -Math.abs(days) }
}
