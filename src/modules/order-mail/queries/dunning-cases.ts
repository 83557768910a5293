import type { DataSource, EntityManager } from "typeorm"
import type { NoStepReason, PlannedMail } from "../dunning/answers"
import type { CaseFacts } from "../dunning/case-facts"
import type { PlanType } from "../../../dunning/dunning-plan"

/** A row of `order_mail_dunning_case`, as far as planning reads it. */
export interface DunningCaseRow {
  order_id: string
  shop_id: string | null
  customer_id: string | null
  currency_code: string
  amount_open: string
  placed_at: Date
  facts: Pick<CaseFacts, "status" | "paid" | "refunded" | "fulfilledAt" | "paymentProviderIds">
  ended_at: Date | null
}

/** What is planned for a case. */
export interface PlannedCase {
  order_id: string
  plan_type: PlanType | null
  reason: NoStepReason | null
  next_at: string | null
  upcoming: PlannedMail[]
}

const PLANNING_COLUMNS =
  "order_id, shop_id, customer_id, currency_code, amount_open, placed_at, facts, ended_at" as const

export async function findDunningCases(dataSource: DataSource, orderIds: readonly string[]): Promise<DunningCaseRow[]> {
  return dataSource.query<DunningCaseRow[]>(
    `SELECT ${PLANNING_COLUMNS} FROM order_mail_dunning_case WHERE order_id = ANY($1)`,
    [orderIds],
  )
}

/** Takes cases whose plan is out of date until the transaction ends; those another process has taken are passed over. */
export async function takeUnplannedCases(manager: EntityManager, limit: number): Promise<DunningCaseRow[]> {
  return manager.query<DunningCaseRow[]>(
    `SELECT ${PLANNING_COLUMNS} FROM order_mail_dunning_case WHERE planned_at IS NULL
     ORDER BY order_id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  )
}

export async function savePlannedCases(manager: EntityManager, cases: readonly PlannedCase[]): Promise<void> {
  await manager.query(
    `UPDATE order_mail_dunning_case c SET plan_type = p.plan_type, reason = p.reason, next_at = p.next_at,
       upcoming = p.upcoming, planned_at = now()
     FROM jsonb_to_recordset($1::jsonb) AS p (order_id text, plan_type text, reason text, next_at timestamptz,
       upcoming jsonb)
     WHERE c.order_id = p.order_id`,
    [JSON.stringify(cases)],
  )
}

/**
 * Ends an order's plan or takes that back; one that is ended already stays as it is.
 * @param end null: the plan goes on
 * @returns false where the order has no case
 */
export async function setCaseEnd(
  dataSource: DataSource,
  orderId: string,
  end: { endedBy: string | null } | null,
): Promise<boolean> {
  const rows = await dataSource.query<[unknown[], number]>(
    `UPDATE order_mail_dunning_case SET planned_at = NULL,
       ended_at = CASE WHEN $2 THEN coalesce(ended_at, clock_timestamp()) END,
       ended_by = CASE WHEN NOT $2 THEN NULL WHEN ended_at IS NULL THEN $3 ELSE ended_by END
     WHERE order_id = $1 RETURNING order_id`,
    [orderId, end !== null, end?.endedBy ?? null],
  )
  return rows[1] > 0
}
