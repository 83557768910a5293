import type { BackoffRange } from "./backoff"
import type { UnknownOutcomePolicy } from "./decide-outcome"
import type { LastLook } from "./last-look"
import { DEFAULT_RETRY_SCHEDULE, type RetrySchedule } from "./retry-schedule"
import type { Outbox, Outcome, Transport } from "./types"

export interface DeliveryWorkerOptions extends Partial<UnknownOutcomePolicy> {
  outbox: Outbox
  transport: Transport
  /** How long a claim of the outbox lasts. Renewed every third of it while a mail is in hand. */
  leaseSeconds: number
  /** SMTP transactions at the same time; at most the transport's pool size makes sense. Default 5. */
  concurrency?: number
  /**
   * Mails claimed and not yet recorded, at most: those being sent, those next in line and those whose outcome is being
   * written. More keeps the connections busier; after a crash as many wait for their lease to run out. Default four
   * times `concurrency`.
   */
  maxInHand?: number
  /** The outbox is looked at this often even if nobody calls `wake`. Default 30. */
  pollSeconds?: number
  schedule?: RetrySchedule
  /** Waits while the mail server cannot be used. Default 1 s, doubling, up to 5 minutes. */
  serverBackoff?: BackoffRange
  /** Waits while the outbox cannot be used. Default 0.5 s, doubling, up to 30 s. */
  outboxBackoff?: BackoffRange
  /** Outcomes that were written and count; called after the commit. What it throws goes to `onError`. */
  onOutcome?: (outcomes: Outcome[]) => void | Promise<void>
  /** What went wrong beside a mail's own answer; the worker goes on by itself. */
  onError?: (error: unknown, during: WorkerActivity) => void
  /** Looks at claimed mails before they are sent. Default: they are sent as they are. */
  lastLook?: LastLook | null
  /** A look that takes longer counts as failed. Default 60. */
  lookLimitSeconds?: number
  /** A mail that waits in line for longer after a look is looked at again. Default 15. */
  lookLastsSeconds?: number
  /** A number in [0, 1). Default `Math.random`. */
  random?: () => number
}

export type WorkerActivity = "claim" | "look" | "send" | "record" | "renew" | "notify"

export type ResolvedWorkerOptions = Required<DeliveryWorkerOptions>

export function resolveWorkerOptions(options: DeliveryWorkerOptions): ResolvedWorkerOptions {
  const concurrency = options.concurrency ?? 5
  return {
    outbox: options.outbox,
    transport: options.transport,
    leaseSeconds: options.leaseSeconds,
    concurrency,
    maxInHand: Math.max(options.maxInHand ?? 4 * concurrency, concurrency),
    pollSeconds: options.pollSeconds ?? 30,
    schedule: options.schedule ?? DEFAULT_RETRY_SCHEDULE,
    unknownOutcome: options.unknownOutcome ?? "resend",
    unknownWaitSeconds: options.unknownWaitSeconds ?? 15 * 60,
    serverBackoff: options.serverBackoff ?? { initialMs: 1_000, maxMs: 5 * 60_000 },
    outboxBackoff: options.outboxBackoff ?? { initialMs: 500, maxMs: 30_000 },
    onOutcome: options.onOutcome ?? (() => undefined),
    onError: options.onError ?? (() => undefined),
    lastLook: options.lastLook ?? null,
    lookLimitSeconds: options.lookLimitSeconds ?? 60,
    lookLastsSeconds: options.lookLastsSeconds ?? 15,
    random: options.random ?? Math.random,
  }
}
