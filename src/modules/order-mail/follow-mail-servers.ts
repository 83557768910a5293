import type { DataSource } from "typeorm"
import { Backoff } from "../../delivery/backoff"
import { WakeSignal } from "../../delivery/wake-signal"
import type { ListMailServers, PlatformMailServer } from "./mail-servers"
import { findAwaitedServers } from "./queries/find-awaited-servers"
import { holdOrphanedMails } from "./queries/hold-orphaned-mails"
import { retryAtOnce } from "./queries/retry-at-once"
import type { ServerDeliveries } from "./server-deliveries"

const AFTER_ERROR = { initialMs: 1_000, maxMs: 30_000 }

export interface MailServerFollowing {
  dataSource: DataSource
  platform: PlatformMailServer
  listMailServers: ListMailServers
  deliveries: ServerDeliveries
  pollSeconds: number
  onError: (error: unknown) => void
}

/**
 * Keeps the deliveries in step with the mail servers that are set, and sees to the mails that waited for a server that is
 * another one now or none any more. While the servers cannot be listed, the deliveries go on as they are.
 */
export class MailServerFollower {
  private readonly signal = new WakeSignal()
  private readonly backoff = new Backoff(AFTER_ERROR)
  /** Servers whose settings are others than when their waiting mails were tried. */
  private readonly changed = new Set<string>()
  private stopped = false

  constructor(private readonly options: MailServerFollowing) {}

  start(): void {
    void this.run()
  }

  /** The settings may be others now. */
  wake(): void {
    this.signal.wake()
  }

  /** A delivery that was removed or replaced has given mails back, or has failed to send them. */
  leftBehind(key: string): void {
    this.changed.add(key)
    this.wake()
  }

  stop(): void {
    this.stopped = true
    this.signal.wake()
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.signal.clear()
      await this.signal.sleep(await this.step())
    }
  }

  /** @returns how long to sleep, in milliseconds, unless woken */
  private async step(): Promise<number> {
    try {
      await this.follow()
      this.backoff.reset()
      return this.options.pollSeconds * 1000
    } catch (error) {
      if (!this.stopped) this.options.onError(error)
      return this.backoff.next()
    }
  }

  private async follow(): Promise<void> {
    const { dataSource, platform, listMailServers, deliveries } = this.options
    // Asked first: a server that is set after this, and a mail for it, must not look like a server that is gone.
    const awaited = await findAwaitedServers(dataSource)
    const servers = [platform, ...(await listMailServers())]
    deliveries.apply(servers).forEach((key) => this.changed.add(key))
    const known = new Set(servers.map(({ key }) => key))
    for (const key of awaited) if (!known.has(key)) await holdOrphanedMails(dataSource, key)
    for (const key of [...this.changed]) {
      this.changed.delete(key)
      if (known.has(key)) await this.retry(key)
    }
  }

  private async retry(key: string): Promise<void> {
    const { dataSource, deliveries } = this.options
    try {
      await retryAtOnce(dataSource, key)
      // What was given back is due already.
      deliveries.wake(key)
    } catch (error) {
      this.changed.add(key)
      throw error
    }
  }
}
