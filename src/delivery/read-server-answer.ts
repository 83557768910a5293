import { parseEnhancedStatus, reasonOfEnhancedStatus } from "./enhanced-status"
import { meaningOfFailure } from "./error-codes"
import { isLoginReply, phaseOfCommand, reasonOfReplyCode, type Phase } from "./reply-codes"
import { refineByWords } from "./reply-words"
import type { Answer, Reading, TransportAnswer } from "./types"

type Failure = Extract<TransportAnswer, { kind: "error" }>

/**
 * What the answer of a mail server means for the mail (RFC 5321, section 4.2.1; RFC 3463).
 *
 * - A reply decides, and its first digit decides most: 4yz temporary, 5yz permanent. Not permanent whatever the digit:
 *   a reply before MAIL (the server refuses us, not the mail), 421 (it is closing), 503 (the session was in a wrong
 *   state), and a demand for a login (530, 534, 535, 538).
 * - Without a reply, a body that had been written to its final dot is `unknown`: the server may have taken the mail.
 * - Without a reply and without the body, the mail was surely not taken: temporary, or permanent where nodemailer
 *   itself refuses the envelope or the size.
 *
 * The server's own words are kept in `answer.text`; English words choose at most the reason, never the outcome.
 */
export function readServerAnswer(answer: TransportAnswer): Reading {
  if (answer.kind === "accepted") {
    const kept = toAnswer(answer, answer.response)
    const archive = answer.archive ? { archive: answer.archive } : {}
    return { outcome: "accepted", reason: "accepted", scope: "mail", answer: kept, ...archive }
  }
  const kept = toAnswer(answer, answer.response ?? answer.message)
  if (kept.code !== null && kept.code >= 400 && kept.code < 600) {
    return { ...readReply(kept.code, phaseOfCommand(answer.command), answer), answer: kept }
  }
  if (answer.bodyWritten) {
    return { outcome: "unknown", reason: "outcome-unknown", scope: scopeOfLoss(answer), answer: kept }
  }
  if (kept.code !== null) {
    // A 2yz or 3yz where another was due: the two sides are out of step, a new connection puts that right.
    return { outcome: "temporary", reason: "protocol-error", scope: "server", answer: kept }
  }
  return { ...meaningOfFailure(answer.code, answer.errno), answer: kept }
}

function readReply(code: number, phase: Phase, answer: Failure): Omit<Reading, "answer"> {
  const aboutUs = phase === "session" || phase === "login" || phase === "tls" || code === 421 || isLoginReply(code)
  const outcome = aboutUs || code < 500 || code === 503 ? "temporary" : "permanent"
  return { outcome, reason: reasonOfReply(code, phase, outcome, answer.response), scope: aboutUs ? "server" : "mail" }
}

function reasonOfReply(code: number, phase: Phase, outcome: "temporary" | "permanent", response: string | null) {
  const byCode = reasonOfReplyCode(code, phase)
  if (phase === "login" || phase === "tls" || isLoginReply(code)) {
    return byCode
  }
  return refineByWords(reasonOfEnhancedStatus(usableStatus(response)) ?? byCode, outcome, response)
}

/** `X.0.0` says nothing, and a success code in a refusal is a mistake of the server. */
function usableStatus(response: string | null): string | null {
  const status = parseEnhancedStatus(response)
  return status === null || status.startsWith("2.") ? null : status
}

/** A mail whose own deadline passed says nothing about the server; a connection that broke or hung does. */
function scopeOfLoss(answer: Failure): Reading["scope"] {
  return answer.code === "EABORT" || answer.code === "ESTREAM" ? "mail" : "server"
}

function toAnswer(answer: TransportAnswer, text: string): Answer {
  const response = answer.response
  return {
    code: replyCode(answer),
    enhancedStatus: parseEnhancedStatus(response),
    text,
    server: answer.server,
  }
}

function replyCode(answer: TransportAnswer): number | null {
  if (answer.kind === "error" && answer.responseCode !== null) {
    return answer.responseCode
  }
  const match = /^(\d{3})(?=[ -]|$)/.exec(answer.response ?? "")
  return match ? Number(match[1]) : null
}
