/**
 * What the inbox's mail server answers at one stage of an SMTP transaction, for tests and for showing in the demo what
 * becomes of a mail that is refused.
 *
 * Stages, in the order of RFC 5321: `connect` (the greeting), `mail` (MAIL FROM), `rcpt` (RCPT TO), `body` (while the
 * message is being transferred), `message` (the reply to the final dot).
 */
export type Stage = "connect" | "mail" | "rcpt" | "body" | "message"

export type Answer =
  | { type: "reply"; code: number; text: string }
  /** Closes the connection without a reply. At `body` only this one is possible. */
  | { type: "drop" }
  /** Says nothing until the rule is released, and then answers as if there had been no rule. */
  | { type: "hold" }

export interface Rule {
  stage: Stage
  answer: Answer
  /** The whole recipient address, or its ending from "@" on; absent: everything. No meaning at `connect` and `mail`. */
  recipient?: string
  /** How often it applies before it is gone; absent: always. */
  times?: number
}

export interface ActiveRule extends Rule {
  id: string
}

export class Rules {
  private rules: ActiveRule[] = []
  private readonly held = new Map<string, (() => void)[]>()
  private count = 0

  add(rule: Rule): ActiveRule {
    const active = { ...rule, id: String(++this.count) }
    this.rules.push(active)
    return active
  }

  /** Removes one rule, or all; held connections go on. */
  remove(id?: string): void {
    for (const rule of this.rules) if (!id || rule.id === id) this.release(rule.id)
    this.rules = id ? this.rules.filter((rule) => rule.id !== id) : []
  }

  /** Lets the connections go on that this rule holds. */
  release(id: string): void {
    for (const goOn of this.held.get(id) ?? []) goOn()
    this.held.delete(id)
  }

  list(): readonly ActiveRule[] {
    return this.rules
  }

  /** The answer for this stage, or null for the usual one. Waits as long as a rule holds the reply. */
  async answer(stage: Stage, recipients: string[]): Promise<Exclude<Answer, { type: "hold" }> | null> {
    const rule = this.rules.find((one) => one.stage === stage && matches(one, recipients))
    if (!rule) return stage === "rcpt" ? answerByAddress(recipients.at(-1) ?? "") : null
    this.use(rule)
    if (rule.answer.type !== "hold") return rule.answer
    await new Promise<void>((resolve) => {
      this.held.set(rule.id, [...(this.held.get(rule.id) ?? []), resolve])
    })
    return null
  }

  private use(rule: ActiveRule): void {
    if (rule.times === undefined) return
    rule.times -= 1
    if (rule.times <= 0) this.rules = this.rules.filter((one) => one !== rule)
  }
}

function matches(rule: Rule, recipients: string[]): boolean {
  const wanted = rule.recipient?.toLowerCase()
  if (wanted === undefined || recipients.length === 0) return true
  return recipients.some((address) => {
    const lower = address.toLowerCase()
    return wanted.startsWith("@") ? lower.endsWith(wanted) : lower === wanted
  })
}

/** The words of common servers for the replies one sees most. Texts start with the enhanced status code (RFC 3463). */
const WORDS: Record<number, (address: string) => string> = {
  421: () => "4.3.2 Service shutting down, try again later",
  450: (address) => `4.2.0 <${address}>: Recipient address rejected: Greylisted, please try again in 5 minutes`,
  451: (address) => `4.7.1 <${address}>: Temporarily deferred, please try again later`,
  452: (address) => `4.2.2 <${address}>: Mailbox is over its quota, try again later`,
  550: (address) => `5.1.1 <${address}>: Recipient address rejected: User unknown in virtual mailbox table`,
  551: (address) => `5.1.6 <${address}>: User has moved and left no address`,
  552: (address) => `5.2.2 <${address}>: Mailbox full, message size exceeds its quota`,
  553: (address) => `5.1.3 <${address}>: Mailbox name not allowed`,
  554: () => "5.7.1 Message refused by local policy",
}

/** Addresses that ask for an answer by their name: refuse-550@…, defer-451@…, full-552@… */
function answerByAddress(address: string): (Answer & { type: "reply" }) | null {
  const code = Number(/^(?:refuse|defer|full)-([45]\d\d)@/i.exec(address)?.[1])
  if (!code) return null
  return {
    type: "reply",
    code,
    text: WORDS[code]?.(address) ?? `${Math.floor(code / 100)}.0.0 <${address}>: Refused, as its name asks for`,
  }
}
