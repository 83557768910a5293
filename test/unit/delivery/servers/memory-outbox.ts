import type { ClaimedMail, Outbox, Outcome } from "../../../../src/delivery/types"

export interface Row {
  id: string
  state: "queued" | "sending" | Outcome["state"]
  to: string
  dueAt: number
  attempts: number
  token: string | null
  leasedUntil: number
  firstAttemptAt: Date | null
  reason: Outcome["reason"] | null
  answer: Outcome["answer"]
  history: Outcome["state"][]
}

const CONTENT = "From: shop@example.com\r\nTo: c@example.org\r\nSubject: hello\r\n\r\n.dot at the start\r\nbye\r\n"

/** An outbox in memory with the rules of the real one: due rows, leases, tokens. Can be told to fail. */
export class MemoryOutbox implements Outbox {
  readonly rows = new Map<string, Row>()
  /** Sizes of the groups that were recorded. */
  readonly groups: number[] = []
  claims = 0
  renewals = 0
  /** Consulted before each call; what it throws is the call's failure. */
  failing: (call: keyof Outbox, outcomes?: Outcome[]) => void = () => undefined
  /** Called inside `recordOutcomes`, to make it slow. */
  slowRecord: () => Promise<void> = () => Promise.resolve()
  content = Buffer.from(CONTENT)
  private tokens = 0

  constructor(private readonly leaseSeconds = 60) {}

  queue(count: number, to = "customer@example.org", dueInMs = 0): string[] {
    return Array.from({ length: count }, () => {
      const id = `mail_${this.rows.size + 1}`
      this.rows.set(id, {
        id,
        state: "queued",
        to,
        dueAt: Date.now() + dueInMs,
        attempts: 0,
        token: null,
        leasedUntil: 0,
        firstAttemptAt: null,
        reason: null,
        answer: null,
        history: [],
      })
      return id
    })
  }

  row(id: string): Row {
    const row = this.rows.get(id)
    if (!row) {
      throw new Error(`no row ${id}`)
    }
    return row
  }

  states(): string[] {
    return [...this.rows.values()].map(({ state }) => state)
  }

  /** What a lease that ran out does: the row can be claimed again. */
  expireLease(id: string): void {
    Object.assign(this.row(id), { state: "queued", token: null, dueAt: Date.now() })
  }

  async claimDue(limit: number): Promise<ClaimedMail[]> {
    await Promise.resolve()
    this.claims += 1
    this.failing("claimDue")
    const now = Date.now()
    const due = [...this.rows.values()]
      .filter((row) => (row.state === "queued" || row.state === "deferred") && row.dueAt <= now)
      .sort((a, b) => a.dueAt - b.dueAt)
      .slice(0, limit)
    return due.map((row) => {
      row.state = "sending"
      row.attempts += 1
      row.token = `token_${(this.tokens += 1)}`
      row.leasedUntil = now + this.leaseSeconds * 1000
      row.firstAttemptAt ??= new Date(now)
      return {
        id: row.id,
        token: row.token,
        envelope: { from: "bounces@example.com", to: row.to },
        content: this.content,
        attempt: row.attempts,
        firstAttemptAt: row.firstAttemptAt,
        claimedAt: new Date(now),
      }
    })
  }

  async recordOutcomes(outcomes: Outcome[]): Promise<string[]> {
    await this.slowRecord()
    this.failing("recordOutcomes", outcomes)
    this.groups.push(outcomes.length)
    const applied = outcomes.filter(({ mailId, token }) => this.row(mailId).token === token)
    for (const outcome of applied) {
      const row = this.row(outcome.mailId)
      row.state = outcome.state
      row.reason = outcome.reason
      row.answer = outcome.answer
      row.token = null
      row.dueAt = Date.now() + (outcome.retryInSeconds ?? 0) * 1000
      row.history.push(outcome.state)
    }
    return applied.map(({ mailId }) => mailId)
  }

  async renewLeases(claims: { mailId: string; token: string }[]): Promise<void> {
    await Promise.resolve()
    this.failing("renewLeases")
    this.renewals += 1
    for (const { mailId, token } of claims) {
      const row = this.row(mailId)
      if (row.token === token) {
        row.leasedUntil = Date.now() + this.leaseSeconds * 1000
      }
    }
  }

  async nextDueInMs(): Promise<number | null> {
    await Promise.resolve()
    this.failing("nextDueInMs")
    const due = [...this.rows.values()]
      .filter(({ state }) => state === "queued" || state === "deferred")
      .map(({ dueAt }) => dueAt)
    return due.length === 0 ? null : Math.max(0, Math.min(...due) - Date.now())
  }
}
