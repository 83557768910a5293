import type { ServerDelivery } from "./deliver-through"
import type { MailServer } from "./mail-servers"

export interface ServerDeliveriesOptions {
  /** @param onRecorded to be called when outcomes of mails are recorded */
  deliverThrough: (server: MailServer, onRecorded: () => void) => ServerDelivery
  /** A delivery that was removed or replaced has recorded outcomes: some mails may wait for what came after it. */
  onLeftBehind: (key: string) => void
  /** A server whose delivery cannot be started; the others go on, and it is tried again. */
  onError: (key: string, error: unknown) => void
}

/**
 * One delivery for each mail server. One that is removed or replaced finishes the mails it has in hand and keeps their
 * leases meanwhile, so that nobody else sends them, too; what it has not begun goes back to the outbox, where its
 * successor finds it.
 */
export class ServerDeliveries {
  private readonly running = new Map<string, ServerDelivery>()
  private readonly retiring = new Set<ServerDelivery>()
  private stopped = false

  constructor(private readonly options: ServerDeliveriesOptions) {}

  /**
   * Starts what is new, replaces what has another revision, and retires what is not in the list.
   * @returns keys of the servers that were replaced
   */
  apply(servers: readonly MailServer[]): string[] {
    if (this.stopped) return []
    const wanted = new Set(servers.map(({ key }) => key))
    for (const [key, delivery] of this.running) if (!wanted.has(key)) this.retire(key, delivery)
    return servers.filter((server) => this.startOrReplace(server)).map(({ key }) => key)
  }

  /** @returns false when mails are not delivered through this server here */
  wake(key: string): boolean {
    const delivery = this.running.get(key)
    delivery?.wake()
    return delivery !== undefined
  }

  wakeAll(): void {
    this.running.forEach((delivery) => delivery.wake())
  }

  /** @returns how many mails were still in hand after `limitMs` */
  async stop(limitMs?: number): Promise<number> {
    this.stopped = true
    const all = [...this.running.values(), ...this.retiring]
    const left = await Promise.all(all.map((delivery) => delivery.stop(limitMs)))
    return left.reduce((sum, mails) => sum + mails, 0)
  }

  /** @returns whether another delivery was replaced */
  private startOrReplace(server: MailServer): boolean {
    const { key, revision } = server
    const before = this.running.get(key)
    if (before?.revision === revision) return false
    // Also when the new one cannot start: nothing may leave through a server that is set no more.
    if (before) this.retire(key, before)
    try {
      this.start(server)
      return before !== undefined
    } catch (error) {
      this.options.onError(key, error)
      return false
    }
  }

  private start(server: MailServer): void {
    const delivery: ServerDelivery = this.options.deliverThrough(server, () => {
      if (this.retiring.has(delivery)) this.options.onLeftBehind(server.key)
    })
    this.running.set(server.key, delivery)
  }

  private retire(key: string, delivery: ServerDelivery): void {
    this.running.delete(key)
    this.retiring.add(delivery)
    void this.finish(delivery)
  }

  private async finish(delivery: ServerDelivery): Promise<void> {
    while ((await delivery.stop()) > 0);
    this.retiring.delete(delivery)
  }
}
