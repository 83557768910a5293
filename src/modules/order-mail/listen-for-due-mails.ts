import { Client } from "pg"
import type { DatabaseAddress } from "./data-source"
import { DUE_CHANNEL } from "./queries/notify-due-mails"

const RECONNECT_AFTER_MS = 5_000

/**
 * Hears PostgreSQL's NOTIFY of new mails, so that an idle worker wakes at once. A notification is only a hint: when
 * the connection breaks, the worker's own polling goes on and the connection is opened again.
 *
 * @returns a function that stops listening
 */
export function listenForDueMails(
  address: DatabaseAddress,
  wake: () => void,
  onError: (error: Error) => void,
): () => Promise<void> {
  let client: Client | null = null
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  function reconnectLater(error: Error): void {
    if (stopped || timer) return
    onError(error)
    timer = setTimeout(() => {
      timer = null
      void connect()
    }, RECONNECT_AFTER_MS)
    timer.unref()
  }

  async function connect(): Promise<void> {
    const fresh = new Client({
      connectionString: address.url,
      ssl: address.ssl,
      application_name: "medusa-order-mail listen",
      keepAlive: true,
    })
    client = fresh
    fresh.on("error", reconnectLater)
    fresh.on("end", () => reconnectLater(new Error("the connection was closed")))
    fresh.on("notification", wake)
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${DUE_CHANNEL}`)
      // What was queued while nobody listened.
      wake()
    } catch (error) {
      reconnectLater(error as Error)
      // A server that connects and refuses to listen (a standby) would be left with one open connection a try.
      void fresh.end().catch(() => undefined)
    }
  }

  void connect()
  return async () => {
    stopped = true
    if (timer) clearTimeout(timer)
    await client?.end().catch(() => undefined)
  }
}
