import { outcomeOfLook, type LastLook, type LookVerdict } from "./last-look"
import type { ClaimedMail, Outcome } from "./types"

export interface LookBeforeSendingOptions {
  /** Null: mails are sent as they are. */
  look: LastLook | null
  /** A look that takes longer counts as failed. */
  limitMs: number
  /** How long what was seen is taken to be true. */
  lastsMs: number
  giveUpAfterSeconds: number
  /** A monotonic clock in milliseconds. */
  now: () => number
  /** The present time by the clock of the mail's dates. */
  databaseTime: (mail: ClaimedMail) => Date
  /** Mails that are not sent now, and what becomes of them. */
  onUnsent: (outcomes: Outcome[]) => void
  /** Mails that are none of this worker's any more. */
  onLeft: (mails: ClaimedMail[]) => void
  onError: (error: unknown) => void
}

const NO_ANSWER = "Whether the mail may still go could not be found out."

/** Lets through what may be sent, in the order it came, with what was written anew in place of what it was. */
export class LookBeforeSending {
  private readonly lookedAt = new WeakMap<ClaimedMail, number>()

  constructor(private readonly options: LookBeforeSendingOptions) {}

  /** Whether a mail that was let through may be begun without another look. */
  isFresh(mail: ClaimedMail): boolean {
    const { look, lastsMs, now } = this.options
    return look === null || now() - (this.lookedAt.get(mail) ?? -Infinity) <= lastsMs
  }

  /** Never throws: what cannot be looked at is not sent. */
  async pass(mails: ClaimedMail[]): Promise<ClaimedMail[]> {
    const { look, now, onUnsent, onLeft } = this.options
    if (look === null || mails.length === 0) return mails
    // What is seen is at least as old as the question.
    const askedAt = now()
    const verdicts = await this.ask(look, mails)
    const passed: ClaimedMail[] = []
    const left: ClaimedMail[] = []
    const unsent: Outcome[] = []
    for (const mail of mails) {
      const verdict = verdicts.get(mail.id) ?? { mailId: mail.id, type: "unreadable", detail: NO_ANSWER }
      if (verdict.type === "go") passed.push(mail)
      else if (verdict.type === "rewritten") passed.push({ ...mail, ...contentOf(verdict) })
      else if (verdict.type === "left") left.push(mail)
      else unsent.push(this.outcomeOf(mail, verdict))
    }
    passed.forEach((mail) => this.lookedAt.set(mail, askedAt))
    if (unsent.length > 0) onUnsent(unsent)
    if (left.length > 0) onLeft(left)
    return passed
  }

  private outcomeOf(mail: ClaimedMail, verdict: Parameters<typeof outcomeOfLook>[1]): Outcome {
    const { databaseTime, giveUpAfterSeconds } = this.options
    return outcomeOfLook(mail, verdict, { now: databaseTime(mail), giveUpAfterSeconds })
  }

  private async ask(look: LastLook, mails: ClaimedMail[]): Promise<Map<string, LookVerdict>> {
    try {
      const verdicts = await inTime(look(mails), this.options.limitMs)
      return new Map(verdicts.map((verdict) => [verdict.mailId, verdict]))
    } catch (error) {
      this.options.onError(error)
      return new Map()
    }
  }
}

function contentOf({ envelope, content }: Extract<LookVerdict, { type: "rewritten" }>) {
  return { envelope, content }
}

async function inTime<T>(answer: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the last look at mails took longer than ${limitMs} ms`)), limitMs)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
