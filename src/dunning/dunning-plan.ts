/**
 * Words of this folder
 *
 * - plan: the ordered steps for an unpaid order; a shop has one for prepayment and one for purchase on invoice
 * - step: one mail of a plan: when, which kind, at which level, what it costs
 * - level: counts within a kind: the second dunning letter is `dunning`, level 2
 * - record: what became of a step of one order (step-history.ts)
 */

export const PLAN_TYPES = ["prepayment", "invoice"] as const
export type PlanType = (typeof PLAN_TYPES)[number]

/** Kinds a step can send, from neutral to stern. */
export const STEP_KINDS = ["payment-info", "payment-reminder", "dunning"] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** What a step's days are counted from: the order's day, the due date, or the day the step before was sent. */
export const STEP_ANCHORS = ["order", "due", "previous"] as const
export type StepAnchor = (typeof STEP_ANCHORS)[number]

/** Names a step of a plan and never changes when other steps are added. */
export interface StepKey {
  kind: StepKind
  /** From 1 on, within the kind. Level 0 of `payment-info` is the first mail of an order, which no plan sends. */
  level: number
}

export interface DunningStep extends StepKey {
  from: StepAnchor
  /** Calendar days; negative, which is before, from the due date only. */
  days: number
  /** The mail asks for the money within so many calendar days of its own; null: it states the date that applies already. */
  payableWithinDays: number | null
  /** At most one a currency; no entry: the step costs nothing. */
  fees: readonly StepFee[]
  /** Whether the mail asks for default interest, where the customer's country has any (country-profiles.ts). */
  interest: boolean
  /** Whether the mail offers to cancel the order instead of paying. */
  offersCancellation: boolean
  copyToMerchant: boolean
  /** The mail is prepared and not sent before the merchant approved it. */
  waitForApproval: boolean
}

/** What a step adds to the costs. Decimal strings in major units. */
export interface StepFee {
  /** ISO 4217, upper case. */
  currency: string
  consumer: string
  business: string
}

export interface DunningPlan {
  type: PlanType
  steps: readonly DunningStep[]
  /** Calendar days after the order on which it is canceled, when every step went out in vain; null: never. */
  cancelAfterDays: number | null
}

/** @returns for example "dunning:2", the same for every order */
export function stepName({ kind, level }: StepKey): string {
  return `${kind}:${level}`
}

/**
 * Orders steps as a customer meets them: by kind, then by level.
 *
 * @returns negative when `a` comes before `b`, 0 when they are the same step, positive when `a` comes after `b`
 */
export function compareSteps(a: StepKey, b: StepKey): number {
  return STEP_KINDS.indexOf(a.kind) - STEP_KINDS.indexOf(b.kind) || a.level - b.level
}

/** Whether a step only tells the customer what to pay, and blames no one for being late: nothing is, before the due date. */
export function isFriendly({ kind, from, days }: DunningStep): boolean {
  return kind === "payment-info" || (from === "due" && days <= 0)
}
