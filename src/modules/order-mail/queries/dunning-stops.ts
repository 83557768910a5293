import type { DataSource, EntityManager } from "typeorm"
import type { DunningStopRow, DunningStopToAdd } from "../dunning/answers"

/** A stop as it is kept; whether it is active depends on the day. */
export type StoredStop = Omit<DunningStopRow, "active" | "created_at" | "lifted_at"> & {
  created_at: Date
  lifted_at: Date | null
}

const COLUMNS = `id, scope, order_id, customer_id, reason, until::text AS until, created_at, created_by, lifted_at,
  lifted_by`

export async function insertDunningStop(
  dataSource: DataSource,
  stop: DunningStopToAdd & { id: string },
  userId: string | null,
): Promise<StoredStop> {
  const [row] = await dataSource.query<[StoredStop]>(
    `INSERT INTO order_mail_dunning_stop (id, scope, order_id, customer_id, reason, until, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
    [stop.id, stop.scope, stop.order_id ?? null, stop.customer_id ?? null, stop.reason, stop.until, userId],
  )
  return row
}

/** @returns null where there is none with this id; one that is lifted already stays as it is */
export async function liftDunningStop(
  dataSource: DataSource,
  stopId: string,
  userId: string | null,
): Promise<StoredStop | null> {
  await dataSource.query(
    `UPDATE order_mail_dunning_stop SET lifted_at = clock_timestamp(), lifted_by = $2 WHERE id = $1 AND lifted_at IS NULL`,
    [stopId, userId],
  )
  const rows = await dataSource.query<StoredStop[]>(`SELECT ${COLUMNS} FROM order_mail_dunning_stop WHERE id = $1`, [
    stopId,
  ])
  return rows[0] ?? null
}

/** Of orders or customers, the newest first. */
export async function findDunningStops(
  source: DataSource | EntityManager,
  { orderIds = [], customerIds = [] }: { orderIds?: readonly string[]; customerIds?: readonly string[] },
  lifted: "with-lifted" | "not-lifted",
): Promise<StoredStop[]> {
  return source.query<StoredStop[]>(
    `SELECT ${COLUMNS} FROM order_mail_dunning_stop
     WHERE (order_id = ANY($1) OR customer_id = ANY($2)) AND ($3 OR lifted_at IS NULL)
     ORDER BY created_at DESC, id DESC`,
    [orderIds, customerIds, lifted === "with-lifted"],
  )
}
