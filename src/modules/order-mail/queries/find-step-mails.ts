import type { DataSource, EntityManager } from "typeorm"
import { STEP_KINDS, type StepKind } from "../../../dunning/dunning-plan"
import type { MailState, StateReason } from "../../../kinds/state-reasons"

/** A mail that asked for an order's money, or a step that was skipped. */
export interface StepMailRow {
  id: string
  order_id: string
  kind: StepKind
  /** 0: the first mail of an order, which is of no plan. */
  level: number
  state: MailState
  state_reason: StateReason | null
  /** `YYYY-MM-DD`. */
  payable_until: string | null
  at: Date
}

/**
 * Mails of orders that asked for their money, in the order in which they were made. Thanks for a part payment that gave the
 * customer a date for the rest are such a mail, of no plan: as the first one was. One that was taken back after a try whose
 * outcome nobody knows counts as sent: the customer may have it, and must not get it twice.
 */
export async function findStepMails(
  source: DataSource | EntityManager,
  orderIds: readonly string[],
): Promise<StepMailRow[]> {
  return source.query<StepMailRow[]>(
    `SELECT id, order_id, CASE kind WHEN 'payment-received' THEN 'payment-info' ELSE kind END AS kind,
       coalesce(level, 0) AS level, state_reason,
       CASE WHEN state = 'skipped' AND EXISTS (SELECT 1 FROM order_mail_timeline entry
         WHERE entry.order_mail_id = order_mail.id AND entry.type = 'outcome-unknown') THEN 'sent' ELSE state END AS state, payable_until::text AS payable_until,
       CASE state WHEN 'sent' THEN coalesce(sent_at, updated_at) WHEN 'complained' THEN coalesce(sent_at, updated_at)
         WHEN 'skipped' THEN updated_at WHEN 'canceled' THEN updated_at ELSE created_at END AS at
     FROM order_mail WHERE order_id = ANY($1) AND (kind = ANY($2)
       OR (kind = 'payment-received' AND payable_until IS NOT NULL AND state IN ('sent', 'complained')))
     ORDER BY order_id, created_at, id`,
    [orderIds, STEP_KINDS],
  )
}
