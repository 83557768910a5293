import type { AnswerReason } from "./answer-reasons"

/**
 * Reasons that say so little that the server's words may say it better. Words never change whether a mail is tried
 * again, only which sentence the merchant reads.
 */
const VAGUE_REASONS: ReadonlySet<AnswerReason> = new Set([
  "policy-refused",
  "message-refused",
  "mailbox-unavailable",
  "sender-refused",
  "server-busy",
  "configuration-error",
  "unclassified",
])

/**
 * The whole set of words we listen to, first match wins. Each has no code of its own, or one that common servers do
 * not use: Postgrey and rspamd answer 450/451 4.7.1 "Greylisting", block lists 554 5.7.1 with the list's name.
 */
const WORDS: readonly { reason: AnswerReason; pattern: RegExp; only?: "temporary" }[] = [
  { reason: "greylisted", pattern: /gr[ea]y-?\s?list/i, only: "temporary" },
  {
    reason: "throttled",
    pattern: /rate.?limit|too many (connections|messages|mails|emails|recipients)|throttl/i,
    only: "temporary",
  },
  { reason: "spam-suspected", pattern: /\bspam|spamhaus|blocklist|block list|blacklist|\b(rbl|dnsbl)\b/i },
  { reason: "mailbox-full", pattern: /mailbox (is )?full|over ?quota|quota exceeded/i },
  {
    reason: "address-unknown",
    pattern:
      /(user|recipient|mailbox|address) (is )?unknown|unknown (user|recipient|mailbox)|no such (user|recipient|mailbox)|user (not found|doesn't exist|does not exist)/i,
  },
]

/** Replaces a vague reason by the one the server's words name; any other reason stays. */
export function refineByWords(
  reason: AnswerReason,
  outcome: "temporary" | "permanent",
  text: string | null,
): AnswerReason {
  if (!text || !VAGUE_REASONS.has(reason)) {
    return reason
  }
  const match = WORDS.find(({ pattern, only }) => (!only || only === outcome) && pattern.test(text))
  return match?.reason ?? reason
}
