import type { DataSource, EntityManager } from "typeorm"
import type { UpcomingFilters, UpcomingLine, UpcomingOrder, UpcomingPage } from "../dunning/answers"

/** What is looked for; see {@link UpcomingFilters}. @property until exclusive; null: without end */
export type UpcomingSearch = Omit<UpcomingFilters, "period"> & { until: Date | null }

type StoredLine = Omit<UpcomingLine, "at"> & { at: Date }
type Sums = UpcomingPage["sums"]

/**
 * Each mail that is planned, waits for approval or is kept back. The first of a case's mails is due at `next_at`, so an
 * index finds those of a period.
 */
function linesOf({ until, state, kind, level, shop_id, plan_type, q }: UpcomingSearch): [string, unknown[]] {
  const values: unknown[] = []
  const value = (given: unknown) => `$${values.push(given)}`
  const ofCase = [
    ...(shop_id === undefined ? [] : [`c.shop_id = ${value(shop_id)}`]),
    ...(plan_type === undefined ? [] : [`c.plan_type = ${value(plan_type)}`]),
    ...(q === undefined || q.trim() === "" ? [] : [searchFor(q, value)]),
  ]
  const ofLine = [
    ...(kind === undefined ? [] : [`line.kind = ${value(kind)}`]),
    ...(level === undefined ? [] : [`line.level = ${value(level)}`]),
    ...(until === null ? [] : [`(line.at < ${value(until)} OR line.state <> 'planned')`]),
    ...(state === undefined ? [] : [`line.state = ${value(state)}`]),
  ]
  const first = until === null ? "" : `AND c.next_at < ${value(until)}`
  const where = (conditions: string[]) => (conditions.length === 0 ? "true" : conditions.join(" AND "))
  const planned = `
    SELECT c.order_id || ':' || p.kind || coalesce(':' || p.level, '') AS id,
      CASE WHEN c.next_at IS NULL THEN 'on-hold' ELSE 'planned' END AS state,
      CASE WHEN c.next_at IS NULL THEN c.reason END AS reason, NULL AS order_mail_id, p.kind, p.level, p.at,
      p.wait_for_approval, c.amount_open, ${OF_CASE}
    FROM order_mail_dunning_case c,
      jsonb_to_recordset(c.upcoming) AS p (kind text, level integer, at timestamptz, wait_for_approval boolean)`
  const sql = `SELECT * FROM (
      ${planned} WHERE c.next_at IS NOT NULL ${first} AND ${where(ofCase)}
      UNION ALL
      ${planned} WHERE c.next_at IS NULL AND c.upcoming <> '[]' AND ${where(ofCase)}
      UNION ALL
      SELECT m.id, 'awaiting-approval', NULL, m.id, m.kind, m.level, m.created_at, true,
        coalesce(m.amount_open, c.amount_open), ${OF_CASE}
      FROM order_mail m JOIN order_mail_dunning_case c ON c.order_id = m.order_id
      WHERE m.state = 'held' AND m.state_reason = 'awaiting-approval' AND ${where(ofCase)}
    ) line WHERE line.plan_type IS NOT NULL AND ${where(ofLine)}`
  return [sql, values]
}

const OF_CASE = `c.order_id, c.order_number, c.shop_id, c.shop_name, c.plan_type, c.customer_name, c.email,
      c.currency_code`

function searchFor(words: string, value: (given: unknown) => string): string {
  const text = words.trim().replace(/^#/, "")
  const pattern = value(`%${text.replace(/[\\%_]/g, "\\$&")}%`)
  return `(c.order_number = ${value(text)} OR c.email ILIKE ${pattern} OR c.customer_name ILIKE ${pattern})`
}

const ORDERS: Readonly<Record<UpcomingOrder, string>> = {
  at: "at, order_id, id",
  "-at": "at DESC, order_id, id",
  amount_open: "amount_open, order_id, id",
  "-amount_open": "amount_open DESC, order_id, id",
}

export async function findUpcomingMails(
  source: DataSource | EntityManager,
  search: UpcomingSearch,
  page: { limit: number; offset: number; order: UpcomingOrder },
): Promise<{ lines: UpcomingLine[]; count: number; sums: Sums }> {
  const [sql, values] = linesOf(search)
  const rows = await source.query<StoredLine[]>(
    `${sql} ORDER BY ${ORDERS[page.order]} LIMIT ${Math.trunc(page.limit)} OFFSET ${Math.trunc(page.offset)}`,
    values,
  )
  const sums = await source.query<(Sums[number] & { lines: number })[]>(
    `SELECT currency_code, sum(amount_open)::text AS amount_open, count(*)::int AS orders, sum(lines)::int AS lines
     FROM (
       SELECT order_id, currency_code, max(amount_open) AS amount_open, count(*) AS lines FROM (${sql}) found
       GROUP BY order_id, currency_code
     ) of_order
     GROUP BY currency_code ORDER BY currency_code`,
    values,
  )
  return {
    lines: rows.map(toLine),
    count: sums.reduce((all, { lines }) => all + lines, 0),
    sums: sums.map(({ currency_code, amount_open, orders }) => ({ currency_code, amount_open, orders })),
  }
}

/** At most this many lines are in memory. */
const FETCHED = 500

/** @yields every line in the order of sending, as they were when the first was asked for */
export async function* streamUpcomingMails(
  dataSource: DataSource,
  search: UpcomingSearch,
): AsyncGenerator<UpcomingLine, void, void> {
  const [sql, values] = linesOf(search)
  const runner = dataSource.createQueryRunner()
  try {
    await runner.startTransaction()
    await runner.query(`DECLARE upcoming NO SCROLL CURSOR FOR ${sql} ORDER BY ${ORDERS.at}`, values)
    for (;;) {
      const rows = (await runner.query(`FETCH ${FETCHED} FROM upcoming`)) as StoredLine[]
      for (const row of rows) yield toLine(row)
      if (rows.length < FETCHED) return
    }
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction()
    await runner.release()
  }
}

function toLine({ at, ...line }: StoredLine): UpcomingLine {
  return { ...line, at: at.toISOString() }
}

/** Beside any search: mails that wait for approval, and orders whose plan is out of date. */
export async function countUpcoming(source: DataSource): Promise<{ awaitingApproval: number; unplanned: number }> {
  const [counts] = await source.query<[{ awaitingApproval: number; unplanned: number }]>(
    `SELECT
       (SELECT count(*)::int FROM order_mail WHERE state = 'held' AND state_reason = 'awaiting-approval')
         AS "awaitingApproval",
       (SELECT count(*)::int FROM order_mail_dunning_case c WHERE planned_at IS NULL
          OR EXISTS (SELECT 1 FROM order_mail_dunning_change WHERE shop_id IN (c.shop_id, 'store'))) AS unplanned`,
  )
  return counts
}
