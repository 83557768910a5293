import type { ClaimedMail } from "./types"

interface InHand {
  mail: ClaimedMail
  /** By our own monotonic clock. */
  claimedAt: number
  /** Until when the lease is surely ours, by our own monotonic clock. */
  leasedUntil: number
}

/** The mails a worker has claimed and whose outcome is not recorded yet, each with the time its lease lasts. */
export class MailsInHand {
  private readonly byToken = new Map<string, InHand>()
  private emptied: (() => void)[] = []

  /** @param now a monotonic clock in milliseconds */
  constructor(
    private readonly leaseMs: number,
    private readonly now: () => number,
  ) {}

  get size(): number {
    return this.byToken.size
  }

  /** @param claimedAt our clock before the claim was asked for: the lease began at that time or later */
  add(mail: ClaimedMail, claimedAt: number): void {
    this.byToken.set(mail.token, { mail, claimedAt, leasedUntil: claimedAt + this.leaseMs })
  }

  remove(token: string): void {
    this.byToken.delete(token)
    if (this.byToken.size === 0) {
      this.emptied.splice(0).forEach((resolve) => resolve())
    }
  }

  claims(): { mailId: string; token: string }[] {
    return [...this.byToken.values()].map(({ mail }) => ({ mailId: mail.id, token: mail.token }))
  }

  /**
   * Notes that the leases of these claims were extended. A lease that ran out before the answer came stays run out:
   * another worker may have claimed the mail, and then there was nothing left to extend.
   * @param since our clock before the renewal was asked for
   */
  renewed(claims: { token: string }[], since: number): void {
    for (const { token } of claims) {
      const entry = this.byToken.get(token)
      if (entry && entry.leasedUntil > this.now()) {
        entry.leasedUntil = since + this.leaseMs
      }
    }
  }

  /** Whether another worker cannot have claimed the mail; asked before it is sent. */
  isLeased(token: string): boolean {
    return (this.byToken.get(token)?.leasedUntil ?? -Infinity) > this.now()
  }

  /** The present time by the clock of the mail's dates: the database's where the claim told it, else this machine's. */
  databaseTime(mail: ClaimedMail): Date {
    const entry = this.byToken.get(mail.token)
    return mail.claimedAt && entry ? new Date(mail.claimedAt.getTime() + this.now() - entry.claimedAt) : new Date()
  }

  /** Resolves when nothing is in hand any more. */
  whenEmpty(): Promise<void> {
    return this.byToken.size === 0 ? Promise.resolve() : new Promise((resolve) => this.emptied.push(resolve))
  }
}
