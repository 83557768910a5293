import { Backoff } from "./backoff"
import { decideOutcome } from "./decide-outcome"
import { GroupCommit } from "./group-commit"
import { LookBeforeSending } from "./look-before-sending"
import { MailsInHand } from "./mails-in-hand"
import { SendingLine } from "./sending-line"
import { ServerCircuit } from "./server-circuit"
import type { ClaimedMail, Outcome, Reading } from "./types"
import { WakeSignal } from "./wake-signal"
import { resolveWorkerOptions, type DeliveryWorkerOptions, type WorkerActivity } from "./worker-options"

/** Shortest sleep: a mail that is due and locked by another worker must not make this one spin. */
const SHORTEST_SLEEP_MS = 50

/**
 * Rest after a claim that found less than there was room for. Mails that come in meanwhile, each waking the worker, are
 * then claimed together; the first of them was claimed at once.
 */
const REST_AFTER_CLAIM_MS = 50

const monotonicMs = () => performance.now()

/**
 * Takes due mails from the outbox, sends them and gives the outcomes back. Any number of workers may share an outbox.
 *
 * Nothing that goes wrong ends it: while the outbox or the mail server is away it waits and tries again, and errors
 * go to `onError`. A server that cannot be used at all (no connection, no login, a refusing greeting) pauses the whole
 * worker: the mail that found out is deferred like any other, mails in hand that were not begun go back and are due
 * when the pause ends, and then one mail at a time finds out whether the server is back.
 */
export class DeliveryWorker {
  private readonly options
  private readonly inHand: MailsInHand
  private readonly circuit: ServerCircuit
  private readonly look: LookBeforeSending
  private readonly line: SendingLine
  private readonly commit: GroupCommit
  private readonly claimBackoff: Backoff
  private readonly signal = new WakeSignal()
  private loop: Promise<void> | null = null
  private heartbeat: NodeJS.Timeout | null = null
  private renewing = false
  private stopping = false
  private waitsForRoom = false

  constructor(options: DeliveryWorkerOptions) {
    const resolved = (this.options = resolveWorkerOptions(options))
    this.inHand = new MailsInHand(resolved.leaseSeconds * 1000, monotonicMs)
    this.circuit = new ServerCircuit(resolved.serverBackoff, monotonicMs, resolved.random)
    this.claimBackoff = new Backoff(resolved.outboxBackoff, resolved.random)
    this.commit = new GroupCommit({
      record: (outcomes) => resolved.outbox.recordOutcomes(outcomes),
      onSettled: (outcomes, applied) => this.settle(outcomes, applied),
      onError: (error) => this.report(error, "record"),
      backoff: new Backoff(resolved.outboxBackoff, resolved.random),
    })
    this.look = new LookBeforeSending({
      look: resolved.lastLook,
      limitMs: resolved.lookLimitSeconds * 1000,
      lastsMs: resolved.lookLastsSeconds * 1000,
      giveUpAfterSeconds: resolved.schedule.giveUpAfterSeconds,
      now: monotonicMs,
      databaseTime: (mail) => this.inHand.databaseTime(mail),
      onUnsent: (outcomes) => this.commit.add(outcomes),
      onLeft: (mails) => this.letGo(mails),
      onError: (error) => this.report(error, "look"),
    })
    this.line = new SendingLine({
      transport: resolved.transport,
      concurrency: resolved.concurrency,
      inHand: this.inHand,
      circuit: this.circuit,
      now: monotonicMs,
      isFresh: (mail) => this.look.isFresh(mail),
      onStale: (mails) => void this.lookAndSend(mails),
      onReading: (mail, reading) => this.commit.add([this.outcomeOf(mail, reading)]),
      onReturned: (mails, because) => this.commit.add(mails.map((mail) => this.returnOf(mail, because))),
      onLeaseLost: (mail) => this.loseLease(mail),
      onMoved: () => this.roomMayBeFree(),
    })
  }

  /** Begins; a second call does nothing. */
  start(): void {
    if (this.loop) {
      return
    }
    const beatMs = (this.options.leaseSeconds * 1000) / 3
    this.heartbeat = setInterval(() => void this.renewLeases(), beatMs)
    this.heartbeat.unref()
    this.loop = this.run()
  }

  /** Something new may be due: look at the outbox now instead of at the next poll. */
  wake(): void {
    this.signal.wake()
  }

  /**
   * Stops claiming, gives back what was not begun, and waits for the transactions under way and the writing of their
   * outcomes. The transport is left open for its owner to close.
   * @returns how many mails were still in hand when `limitMs` had passed; 0 when all is settled
   */
  async stop(limitMs = 30_000): Promise<number> {
    this.stopping = true
    this.signal.wake()
    this.line.close()
    let limit: NodeJS.Timeout | undefined
    const limited = new Promise((resolve) => (limit = setTimeout(resolve, limitMs)))
    const settled = (this.loop ?? Promise.resolve()).then(() => this.inHand.whenEmpty())
    await Promise.race([settled, limited])
    clearTimeout(limit)
    // Mails still in hand keep their leases as long as this process lives, or another worker would send them, too.
    void settled.then(() => clearInterval(this.heartbeat ?? undefined))
    return this.inHand.size
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.signal.clear()
      const sleepMs = await this.step()
      if (sleepMs > 0 && !this.stopping) {
        await this.signal.sleep(sleepMs)
      }
    }
  }

  /** Claims once if there is room. Returns how long to sleep, in milliseconds, unless woken. */
  private async step(): Promise<number> {
    const pausedMs = this.circuit.waitMs()
    if (pausedMs > 0) {
      return pausedMs
    }
    const limit = this.room()
    this.waitsForRoom = limit === 0
    if (limit === 0) {
      return this.options.pollSeconds * 1000
    }
    try {
      const sleepMs = await this.claim(limit)
      this.claimBackoff.reset()
      return sleepMs
    } catch (error) {
      this.report(error, "claim")
      return this.claimBackoff.next()
    }
  }

  private async claim(limit: number): Promise<number> {
    const { outbox, pollSeconds } = this.options
    const claimedAt = monotonicMs()
    const mails = await outbox.claimDue(limit)
    mails.forEach((mail) => this.inHand.add(mail, claimedAt))
    await this.lookAndSend(mails)
    if (mails.length >= limit) {
      return 0
    }
    await new Promise((resolve) => setTimeout(resolve, REST_AFTER_CLAIM_MS))
    if (this.signal.isPending) {
      return 0
    }
    const nextMs = (await outbox.nextDueInMs()) ?? Infinity
    return Math.min(Math.max(nextMs, SHORTEST_SLEEP_MS), pollSeconds * 1000)
  }

  private async lookAndSend(mails: ClaimedMail[]): Promise<void> {
    this.line.add(await this.look.pass(mails))
  }

  /** How many mails to claim now. After trouble with the server it is one at a time until one got through. */
  private room(): number {
    if (!this.circuit.isClosed) {
      return this.line.isIdle ? 1 : 0
    }
    const { concurrency, maxInHand } = this.options
    return this.line.waitingCount < concurrency ? Math.max(0, maxInHand - this.inHand.size) : 0
  }

  private roomMayBeFree(): void {
    if (this.waitsForRoom && this.room() > 0) {
      this.signal.wake()
    }
  }

  private outcomeOf(mail: ClaimedMail, reading: Reading): Outcome {
    if (this.options.transport.mode === "capture") {
      const { id: mailId, token } = mail
      return { mailId, token, state: "skipped", reason: "capture-mode", answer: null, retryInSeconds: null }
    }
    const { schedule, unknownOutcome, unknownWaitSeconds, random } = this.options
    const now = this.inHand.databaseTime(mail)
    return decideOutcome(mail, reading, { schedule, unknown: { unknownOutcome, unknownWaitSeconds }, now, random })
  }

  /** A mail that was not begun is due again at once, or when the server is tried again. */
  private returnOf(mail: ClaimedMail, because: Reading | null): Outcome {
    return {
      mailId: mail.id,
      token: mail.token,
      state: "deferred",
      reason: because?.reason === "outcome-unknown" ? "connection-lost" : (because?.reason ?? "process-stopped"),
      answer: because?.answer ?? null,
      retryInSeconds: this.circuit.waitMs() / 1000,
    }
  }

  private settle(outcomes: Outcome[], applied: Outcome[]): void {
    outcomes.forEach(({ token }) => this.inHand.remove(token))
    const soonMs = this.options.pollSeconds * 1000
    if (outcomes.some(({ retryInSeconds }) => retryInSeconds !== null && retryInSeconds * 1000 < soonMs)) {
      this.signal.wake()
    }
    this.roomMayBeFree()
    if (applied.length > 0) {
      void this.notify(applied)
    }
  }

  private async notify(applied: Outcome[]): Promise<void> {
    try {
      await this.options.onOutcome(applied)
    } catch (error) {
      this.report(error, "notify")
    }
  }

  /** Nothing is to be recorded for them. */
  private letGo(mails: ClaimedMail[]): void {
    mails.forEach(({ token }) => this.inHand.remove(token))
    this.roomMayBeFree()
  }

  private loseLease(mail: ClaimedMail): void {
    this.inHand.remove(mail.token)
    this.report(
      new Error(`Order mail ${mail.id}: its lease ran out before its turn came; it was not sent here.`),
      "send",
    )
  }

  private async renewLeases(): Promise<void> {
    if (this.renewing || this.inHand.size === 0) {
      return
    }
    this.renewing = true
    const since = monotonicMs()
    const claims = this.inHand.claims()
    try {
      await this.options.outbox.renewLeases(claims)
      this.inHand.renewed(claims, since)
    } catch (error) {
      this.report(error, "renew")
    } finally {
      this.renewing = false
    }
  }

  private report(error: unknown, during: WorkerActivity): void {
    try {
      this.options.onError(error, during)
    } catch {
      // A broken logger must not end the delivery of mails; there is nobody left to tell.
    }
  }
}
