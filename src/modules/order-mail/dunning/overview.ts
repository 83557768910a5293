import type { DunningCaseRow } from "../queries/dunning-cases"
import type { StepMailRow } from "../queries/find-step-mails"
import { stepStateOf } from "../../../dunning/step-history"
import type { DunningStopRow, OrderDunning } from "./answers"
import { buildCase, type CaseFile } from "./build-case"
import { planCase } from "./plan-case"

/** What comes next for an order, if nothing is paid. */
export function overviewOf(row: DunningCaseRow, file: CaseFile, stops: DunningStopRow[], now: Date): OrderDunning {
  const built = buildCase(file)
  const { reason, nextAt, upcoming } = planCase(built, now)
  const [next, ...later] = nextAt === null ? [] : upcoming
  return {
    order_id: row.order_id,
    plan_type: built.planType,
    currency_code: row.currency_code,
    amount_open: row.amount_open,
    reason,
    next: next ?? null,
    later,
    awaiting_approval: file.mails
      .filter((mail) => stateOf(mail) === "awaiting-approval")
      .map(({ id, kind, level }) => ({ order_mail_id: id, kind, level })),
    undelivered_mail_id:
      reason === "last-mail-undelivered"
        ? (file.mails.findLast((mail) => stateOf(mail) === "undelivered")?.id ?? null)
        : null,
    ended_at: row.ended_at?.toISOString() ?? null,
    stops,
    customer_id: row.customer_id,
  }
}

function stateOf({ state, state_reason }: StepMailRow) {
  return stepStateOf(state, state_reason)
}
