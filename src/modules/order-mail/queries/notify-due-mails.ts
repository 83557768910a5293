import type { DataSource } from "typeorm"

/** The channel that wakes idle workers, on every machine; the payload is the mail server whose mails are due. */
export const DUE_CHANNEL = "order_mail_due"

type Progress = "running" | "again"

const progressOf = new WeakMap<DataSource, Map<string, Progress>>()

/**
 * Wakes the workers of a mail server on all machines, without waiting for it. Calls that come while one is under way
 * become one more.
 *
 * Not part of the statement that stores a mail: PostgreSQL lets transactions that notify commit one after another only,
 * each waiting for the disk, and 300 orders in a second would queue up behind that. A notification that is lost costs
 * nothing but the worker's polling interval, so failures are left to the next statement that meets them.
 */
export function notifyDueMails(dataSource: DataSource, mailServer: string): void {
  const progress = progressOf.get(dataSource) ?? new Map<string, Progress>()
  progressOf.set(dataSource, progress)
  if (progress.has(mailServer)) {
    progress.set(mailServer, "again")
    return
  }
  progress.set(mailServer, "running")
  void dataSource
    .query("SELECT pg_notify($1, $2)", [DUE_CHANNEL, mailServer])
    .catch(() => undefined)
    .then(() => {
      const wanted = progress.get(mailServer) === "again"
      progress.delete(mailServer)
      if (wanted) notifyDueMails(dataSource, mailServer)
    })
}
