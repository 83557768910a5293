import type { DunningCase } from "../../../dunning/dunning-case"
import { nextStep, type PlannedStep } from "../../../dunning/next-step"
import { planAhead } from "../../../dunning/upcoming-steps"
import type { NoStepReason, PlannedMail } from "./answers"
import type { BuiltCase } from "./build-case"

/** What is planned for an order. */
export interface CasePlan {
  /** Null: something is due now. */
  reason: NoStepReason | null
  /** When the first of `upcoming` is due; null: not known, or never. */
  nextAt: string | null
  /** In the order of sending. Without a time in `nextAt`: what is kept back until `reason` is settled. */
  upcoming: PlannedMail[]
}

/** Beyond any plan: steps and cancellation are at most a year each from what they are counted from. */
const HORIZON_MS = 3 * 366 * 24 * 60 * 60 * 1000

/** Kept with every case, and enough for what a plan may have (PLAN_LIMITS) with the cancellation. */
const MOST_UPCOMING = 11

/**
 * What would be sent to an order if nothing is paid.
 * @throws RangeError when the sending times allow no day at all
 */
export function planCase({ dunningCase, reason }: BuiltCase, now: Date): CasePlan {
  if (dunningCase === null) return { reason, nextAt: null, upcoming: [] }
  const until = new Date(now.getTime() + HORIZON_MS)
  const { reason: whyNot, steps, cancellation } = planAhead(dunningCase, now, until)
  const upcoming = [...steps.map(plannedMail), ...(cancellation === null ? [] : [plannedCancellation(cancellation)])]
  const [first] = upcoming
  if (first === undefined) {
    return { reason: whyNot, nextAt: null, upcoming: keptBack(dunningCase, whyNot, now) }
  }
  return {
    reason: reasonUntil(first, whyNot, now),
    nextAt: first.at,
    upcoming: upcoming.slice(0, MOST_UPCOMING),
  }
}

/** With the last step done only the cancellation is left, which is due or not yet. */
function reasonUntil({ at }: PlannedMail, reason: NoStepReason | null, now: Date): NoStepReason | null {
  if (reason !== "plan-finished") return reason
  return new Date(at) <= now ? null : "not-yet"
}

function plannedMail({ step: { kind, level, waitForApproval }, at }: PlannedStep): PlannedMail {
  return { kind, level, at: at.toISOString(), wait_for_approval: waitForApproval }
}

function plannedCancellation(at: Date): PlannedMail {
  return { kind: "order-canceled-unpaid", level: null, at: at.toISOString(), wait_for_approval: false }
}

/** @returns the step that would come if what keeps the order back, which a person can settle, were settled */
function keptBack(dunningCase: DunningCase, reason: NoStepReason | null, now: Date): PlannedMail[] {
  if (reason === null || !SETTLED_BY_PERSON.includes(reason)) return []
  const history = dunningCase.history.filter(({ state }) => state !== "undelivered")
  const settled = { ...dunningCase, history, stops: [], order: { ...dunningCase.order, refunded: "0" } }
  const { due, next } = nextStep(settled, now)
  const step = due ?? next
  return step === null ? [] : [plannedMail(step)]
}

const SETTLED_BY_PERSON: readonly NoStepReason[] = ["stopped", "paused", "last-mail-undelivered", "refunded"]
