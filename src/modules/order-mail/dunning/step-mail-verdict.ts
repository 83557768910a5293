import { demandFor, type OwedByOrder } from "../../../dunning/demand"
import { reasonForToday, reasonToLeaveAlone } from "../../../dunning/leave-alone"
import type { OwnReason } from "../../../kinds/kind"
import { isRequestOccurrence } from "../../../kinds/request-occurrence"
import type { NoStepReason, StepMail, StepMailVerdict } from "./answers"
import { buildCase, type CaseFile } from "./build-case"

/**
 * Whether a mail of a step that was made may still leave, and what it is to say then. One that a person asked for may
 * go in spite of what only keeps the plan from sending by itself.
 * @param file with all mails of the order, this one included
 */
export function stepMailVerdict(mail: StepMail, file: CaseFile, order: OwedByOrder, now: Date): StepMailVerdict {
  const others = file.mails.filter(({ id }) => id !== mail.id)
  const built = buildCase({ ...file, mails: others })
  if (built.dunningCase === null) return refused(built.reason)
  const { dunningCase } = built
  const askedByUser = isRequestOccurrence(mail.occurrence)
  const reason = reasonToLeaveAlone(dunningCase) ?? reasonForToday(dunningCase, now)
  if (reason !== null && !(askedByUser && KEEPS_PLAN_BACK.includes(reason))) return refused(reason)
  const step = dunningCase.plan.steps.find(({ kind, level }) => kind === mail.kind && level === mail.level)
  if (step === undefined) return { reason: "step-removed", demand: null }
  return { reason: null, demand: demandFor(step, dunningCase, order, file.rules.terms, now) }
}

const KEEPS_PLAN_BACK: readonly NoStepReason[] = [
  "stopped",
  "paused",
  "plan-ended",
  "below-minimum",
  "before-installation",
]

function refused(reason: NoStepReason): StepMailVerdict {
  return { reason: REASONS[reason] ?? "plan-ended", demand: null }
}

/** What the reasons of a plan are called in a mail's state; others do not concern a mail that was made. */
const REASONS: Readonly<Partial<Record<NoStepReason, OwnReason>>> = {
  "order-canceled": "order-canceled",
  "order-archived": "order-archived",
  "order-draft": "order-draft",
  "before-installation": "before-installation",
  paid: "nothing-to-pay",
  "below-minimum": "nothing-to-pay",
  refunded: "order-refunded",
  "plan-ended": "plan-ended",
  "plan-inactive": "plan-ended",
  stopped: "dunning-stopped",
  paused: "dunning-stopped",
  "not-bank-transfer": "not-bank-transfer",
}
