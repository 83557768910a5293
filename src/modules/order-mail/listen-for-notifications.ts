import { Client, type Notification } from "pg"
import type { DatabaseAddress } from "./data-source"
import { DUE_CHANNEL } from "./queries/notify-due-mails"
import { SETTINGS_CHANNEL } from "./queries/settings-channel"

const RECONNECT_AFTER_MS = 5_000

export interface NotificationListener {
  /** Mails for this mail server are due; null: perhaps for any. */
  onDue: (mailServer: string | null) => void
  onSettings: () => void
  onError: (error: Error) => void
}

/**
 * Hears PostgreSQL's NOTIFY of new mails and of saved settings, so that both are acted on at once. A notification is
 * only a hint: when the connection breaks, polling goes on and the connection is opened again.
 *
 * @returns a function that stops listening
 */
export function listenForNotifications(address: DatabaseAddress, listener: NotificationListener): () => Promise<void> {
  let client: Client | null = null
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  function reconnectLater(error: Error): void {
    if (stopped || timer) return
    listener.onError(error)
    timer = setTimeout(() => {
      timer = null
      void connect()
    }, RECONNECT_AFTER_MS)
    timer.unref()
  }

  function hear({ channel, payload }: Notification): void {
    if (channel === SETTINGS_CHANNEL) listener.onSettings()
    else listener.onDue(payload || null)
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
    fresh.on("notification", hear)
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${DUE_CHANNEL}`)
      await fresh.query(`LISTEN ${SETTINGS_CHANNEL}`)
      // What was queued and saved while nobody listened.
      listener.onSettings()
      listener.onDue(null)
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
