import { Backoff, type BackoffRange } from "./backoff"

/**
 * Keeps a worker from running all due mails against a server that cannot be reached or refuses our login. The first
 * such failure opens the circuit; while it is open nothing is claimed or begun. After the wait one mail is tried; if
 * the server still fails, the wait doubles. So an outage costs one attempt a wait, not one a mail.
 */
export class ServerCircuit {
  private readonly backoff: Backoff
  private state: "closed" | "open" | "probing" = "closed"
  private openedAt = -Infinity
  private openUntil = -Infinity

  /** @param now a monotonic clock in milliseconds */
  constructor(
    range: BackoffRange,
    private readonly now: () => number,
    random: () => number,
  ) {
    this.backoff = new Backoff(range, random)
  }

  /** Milliseconds until the next mail may be tried, 0 when one may be tried now. */
  waitMs(): number {
    return this.state === "open" ? Math.max(0, this.openUntil - this.now()) : 0
  }

  get isClosed(): boolean {
    return this.state === "closed"
  }

  /** To be called when the wait is over and one mail is about to be tried. */
  probe(): void {
    if (this.state === "open") {
      this.state = "probing"
    }
  }

  succeeded(): void {
    this.state = "closed"
    this.backoff.reset()
  }

  /** @param startedAt when the failed transaction began: those begun before the circuit opened say nothing new */
  failed(startedAt: number): void {
    if (startedAt <= this.openedAt) {
      return
    }
    this.state = "open"
    this.openedAt = this.now()
    this.openUntil = this.openedAt + this.backoff.next()
  }
}
