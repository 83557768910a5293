import type { MailsInHand } from "./mails-in-hand"
import { readServerAnswer } from "./read-server-answer"
import type { ServerCircuit } from "./server-circuit"
import type { ClaimedMail, Reading, Transport, TransportAnswer } from "./types"

export interface SendingLineOptions {
  transport: Transport
  concurrency: number
  inHand: MailsInHand
  circuit: ServerCircuit
  /** A monotonic clock in milliseconds. */
  now: () => number
  onReading: (mail: ClaimedMail, reading: Reading) => void
  /** Whether a mail may be begun as it is. */
  isFresh: (mail: ClaimedMail) => boolean
  /** Mails that left the line because they have waited in it for too long; they may be added again. */
  onStale: (mails: ClaimedMail[]) => void
  /** Mails given back without having been begun; `because` is what the server said to another mail, or null. */
  onReturned: (mails: ClaimedMail[], because: Reading | null) => void
  /** The mail is dropped: its lease ran out before its turn came, so another worker may have it. */
  onLeaseLost: (mail: ClaimedMail) => void
  /** A mail's transaction began or ended. */
  onMoved: () => void
}

/** Claimed mails in the order they came, at most `concurrency` of them being sent. */
export class SendingLine {
  private waiting: ClaimedMail[] = []
  private sending = 0
  private open = true
  /** What the server said when it could not be used last. */
  private trouble: Reading | null = null

  constructor(private readonly options: SendingLineOptions) {}

  get waitingCount(): number {
    return this.waiting.length
  }

  get isIdle(): boolean {
    return this.sending === 0 && this.waiting.length === 0
  }

  add(mails: ClaimedMail[]): void {
    this.waiting.push(...mails)
    if (!this.open) {
      this.giveBack(null)
    } else if (this.options.circuit.waitMs() > 0) {
      // The server failed between their claim and now.
      this.giveBack(this.trouble)
    } else {
      this.fill()
    }
  }

  /** From now on no transaction begins; mails not begun are given back. */
  close(): void {
    this.open = false
    this.giveBack(null)
  }

  private giveBack(because: Reading | null): void {
    const mails = this.waiting.splice(0)
    if (mails.length > 0) {
      this.options.onReturned(mails, because)
    }
  }

  private fill(): void {
    const { concurrency, inHand, isFresh, onLeaseLost, onStale } = this.options
    const stale: ClaimedMail[] = []
    while (this.sending < concurrency) {
      const mail = this.waiting.shift()
      if (!mail) {
        break
      }
      if (!inHand.isLeased(mail.token)) {
        onLeaseLost(mail)
      } else if (!isFresh(mail)) {
        stale.push(mail)
      } else {
        void this.send(mail)
      }
    }
    if (stale.length > 0) {
      onStale(stale)
    }
  }

  private async send(mail: ClaimedMail): Promise<void> {
    const { transport, circuit, now, onReading, onMoved } = this.options
    this.sending += 1
    circuit.probe()
    const startedAt = now()
    const reading = readServerAnswer(await attempt(transport, mail))
    this.sending -= 1
    onReading(mail, reading)
    if (reading.outcome !== "accepted" && reading.scope === "server") {
      circuit.failed(startedAt)
      this.trouble = reading
      this.giveBack(reading)
    } else {
      circuit.succeeded()
      this.fill()
    }
    onMoved()
  }
}

/** A transport must not throw; one that does has left us without knowing how far it got. */
async function attempt(transport: Transport, mail: ClaimedMail): Promise<TransportAnswer> {
  try {
    return await transport.send(mail)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return {
      kind: "error",
      code: null,
      errno: null,
      command: null,
      responseCode: null,
      response: null,
      message,
      bodyWritten: true,
      server: null,
    }
  }
}
