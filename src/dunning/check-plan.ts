import { compareDecimals, isDecimal, isPositive } from "../kinds/decimal"
import { compareSteps, type DunningPlan, type DunningStep, isFriendly, type StepFee } from "./dunning-plan"

export const PLAN_LIMITS = {
  steps: 10,
  level: 9,
  days: 365,
  daysBeforeDue: 30,
  payableWithinDays: 90,
  feeCurrencies: 10,
  /** In any currency; more than this is a typing slip or no fee. */
  fee: "1000",
} as const

/** Something a plan must not have. */
export interface PlanProblem {
  /** Place in `steps`, from 0 on; null: the plan as a whole. */
  step: number | null
  field: keyof DunningStep | "steps" | "cancelAfterDays"
  /** One of PLAN_PROBLEM_CODES, for translating. */
  code: PlanProblemCode
  /** What is wrong and the way out, in English. */
  message: string
}

/** One sentence each, in words a merchant can act on. */
const MESSAGES = {
  "too-many-steps": `A plan has at most ${PLAN_LIMITS.steps} steps.`,
  "not-rising":
    "Every step must be sterner than the one before: payment info, then reminders, then dunning letters, each with a higher level.",
  "level-out-of-range": `A level is a whole number from 1 to ${PLAN_LIMITS.level}.`,
  "days-out-of-range": `Days are whole numbers up to ${PLAN_LIMITS.days}.`,
  "negative-days": "Days before something can be counted from the due date only.",
  "too-early": `A friendly note comes at most ${PLAN_LIMITS.daysBeforeDue} days before the due date.`,
  "no-step-before": "The first step has none before it; count its days from the order or from the due date.",
  "same-day-as-before": "At least one day must lie between this step and the one before.",
  "dunning-before-due": "A dunning letter can go out after the due date only; count at least 1 day from it.",
  "payable-out-of-range": `"Payable within" is a whole number of days from 1 to ${PLAN_LIMITS.payableWithinDays}, or empty.`,
  "payable-overlaps":
    "The customer would get this step before the time the step before gave has passed; shorten that time or wait longer.",
  "fee-invalid": `A fee is an amount from 0 to ${PLAN_LIMITS.fee} with a point before the decimals, for a currency of three letters.`,
  "fee-currency-twice": "There is more than one fee for this currency; keep one.",
  "fee-on-first-reminder":
    "The first reminder may cost nothing: only it puts the customer in default, and its own cost is no damage that default caused (§§ 280 (2), 286 (1) BGB). Put the fee on a later step.",
  "fee-before-due":
    "Before the due date nothing is late, so a note may cost nothing (§ 286 (1) BGB). Put the fee on a later step.",
  "fee-on-payment-info": "Payment information is no reminder and may cost nothing. Put the fee on a dunning letter.",
  "interest-before-default":
    "Interest is owed from default on, and only the first reminder after the due date causes it (§§ 286 (1), 288 (1) BGB). Ask for it in a later step.",
  "cancel-out-of-range": `The order can be canceled 1 to ${PLAN_LIMITS.days} days after it was placed.`,
  "cancel-delivered":
    "Orders on invoice were delivered before they are paid, so they cannot be canceled automatically. Leave this off.",
  "cancel-too-early": "The order would be canceled before the last step could go out; choose a later day.",
} as const
export type PlanProblemCode = keyof typeof MESSAGES
export const PLAN_PROBLEM_CODES = Object.keys(MESSAGES) as PlanProblemCode[]

/** @returns everything that is wrong with a plan, by step; empty when it can be used */
export function checkPlan(plan: DunningPlan): PlanProblem[] {
  const problems = plan.steps.flatMap((step, index) => [
    ...stepProblems(step).map(at(index)),
    ...sequenceProblems(step, plan.steps[index - 1]).map(at(index)),
    ...costProblems(plan.steps, index).map(at(index)),
  ])
  const whole = [
    ...(plan.steps.length > PLAN_LIMITS.steps ? [found("steps", "too-many-steps")] : []),
    ...cancelProblems(plan),
  ]
  return [...whole.map(at(null)), ...problems]
}

type Finding = Omit<PlanProblem, "step">

function found(field: PlanProblem["field"], code: PlanProblemCode): Finding {
  return { field, code, message: MESSAGES[code] }
}

function at(step: number | null): (finding: Finding) => PlanProblem {
  return (finding) => ({ step, ...finding })
}

function stepProblems({ kind, level, from, days, payableWithinDays, fees }: DunningStep): Finding[] {
  const findings: Finding[] = []
  if (!isWhole(level, 1, PLAN_LIMITS.level)) findings.push(found("level", "level-out-of-range"))
  if (!isWhole(days, -PLAN_LIMITS.days, PLAN_LIMITS.days)) findings.push(found("days", "days-out-of-range"))
  else if (days < 0 && from !== "due") findings.push(found("days", "negative-days"))
  else if (days < -PLAN_LIMITS.daysBeforeDue) findings.push(found("days", "too-early"))
  if (kind === "dunning" && from === "due" && days < 1) findings.push(found("days", "dunning-before-due"))
  if (payableWithinDays !== null && !isWhole(payableWithinDays, 1, PLAN_LIMITS.payableWithinDays)) {
    findings.push(found("payableWithinDays", "payable-out-of-range"))
  }
  if (fees.length > PLAN_LIMITS.feeCurrencies || !fees.every(isFee)) findings.push(found("fees", "fee-invalid"))
  if (new Set(fees.map(({ currency }) => currency)).size < fees.length) {
    findings.push(found("fees", "fee-currency-twice"))
  }
  return findings
}

function sequenceProblems(step: DunningStep, before: DunningStep | undefined): Finding[] {
  if (before === undefined) return step.from === "previous" ? [found("from", "no-step-before")] : []
  const findings: Finding[] = []
  if (compareSteps(before, step) >= 0) findings.push(found("level", "not-rising"))
  // Days from different anchors can be compared for each order only; there next-step.ts keeps the order.
  const gap = step.from === "previous" ? step.days : step.from === before.from ? step.days - before.days : null
  if (gap === null) return findings
  if (gap < 1) findings.push(found("days", "same-day-as-before"))
  else if (before.payableWithinDays !== null && before.payableWithinDays >= gap) {
    findings.push(found("days", "payable-overlaps"))
  }
  return findings
}

/** A step can cost something, or ask for interest, only when one before it can have caused default. */
function costProblems(steps: readonly DunningStep[], index: number): Finding[] {
  const step = steps[index]
  if (step === undefined || !(step.interest || hasFee(step))) return []
  const findings: Finding[] = []
  const afterDefault = steps.slice(0, index).some((before) => !isFriendly(before))
  if (hasFee(step)) {
    if (step.kind === "payment-info") findings.push(found("fees", "fee-on-payment-info"))
    else if (isFriendly(step)) findings.push(found("fees", "fee-before-due"))
    else if (!afterDefault) findings.push(found("fees", "fee-on-first-reminder"))
  }
  if (step.interest && !afterDefault) findings.push(found("interest", "interest-before-default"))
  return findings
}

function cancelProblems({ type, steps, cancelAfterDays }: DunningPlan): Finding[] {
  if (cancelAfterDays === null) return []
  if (type === "invoice") return [found("cancelAfterDays", "cancel-delivered")]
  if (!isWhole(cancelAfterDays, 1, PLAN_LIMITS.days)) return [found("cancelAfterDays", "cancel-out-of-range")]
  const tooEarly = steps.some(({ from, days }) => from === "order" && days >= cancelAfterDays)
  return tooEarly ? [found("cancelAfterDays", "cancel-too-early")] : []
}

function hasFee({ fees }: DunningStep): boolean {
  return fees.filter(isFee).some(({ consumer, business }) => isPositive(consumer) || isPositive(business))
}

function isFee({ currency, consumer, business }: StepFee): boolean {
  return /^[A-Z]{3}$/.test(currency) && [consumer, business].every(isFeeAmount)
}

function isFeeAmount(amount: string): boolean {
  return isDecimal(amount) && compareDecimals(amount, "0") >= 0 && compareDecimals(amount, PLAN_LIMITS.fee) <= 0
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
