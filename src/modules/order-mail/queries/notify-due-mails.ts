import type { DataSource } from "typeorm"

/** The channel that wakes idle workers, on every machine. */
export const DUE_CHANNEL = "order_mail_due"

type Progress = "running" | "again"

const progress = new WeakMap<DataSource, Progress>()

/**
 * Wakes the workers on all machines, without waiting for it. Calls that come while one is under way become one more.
 *
 * Not part of the statement that stores a mail: PostgreSQL lets transactions that notify commit one after another only,
 * each waiting for the disk, and 300 orders in a second would queue up behind that. A notification that is lost costs
 * nothing but the worker's polling interval, so failures are left to the next statement that meets them.
 */
export function notifyDueMails(dataSource: DataSource): void {
  if (progress.has(dataSource)) {
    progress.set(dataSource, "again")
    return
  }
  progress.set(dataSource, "running")
  void dataSource
    .query("SELECT pg_notify($1, '')", [DUE_CHANNEL])
    .catch(() => undefined)
    .then(() => {
      const wanted = progress.get(dataSource) === "again"
      progress.delete(dataSource)
      if (wanted) notifyDueMails(dataSource)
    })
}
