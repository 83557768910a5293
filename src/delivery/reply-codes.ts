import type { AnswerReason } from "./answer-reasons"

/**
 * Where in the transaction a reply came.
 * `session`: before MAIL, so it is about us and not about a mail.
 */
export type Phase = "session" | "login" | "tls" | "sender" | "recipient" | "message"

/** The phase of the SMTP command nodemailer names in an error; an unknown or missing command counts as the session. */
export function phaseOfCommand(command: string | null): Phase {
  const verb = (command ?? "").toUpperCase().split(" ", 1)[0]
  switch (verb) {
    case "AUTH":
      return "login"
    case "STARTTLS":
      return "tls"
    case "MAIL":
      return "sender"
    case "RCPT":
      return "recipient"
    case "DATA":
      return "message"
    default:
      return "session"
  }
}

/** Replies that ask for a login or refuse it (RFC 4954, section 6): they are about our account, never about the mail. */
const LOGIN_CODES: ReadonlySet<number> = new Set([530, 534, 535, 538])

export function isLoginReply(code: number): boolean {
  return LOGIN_CODES.has(code)
}

/** Codes that mean the same wherever they come (RFC 5321, 4954, 7504, and those big providers add). */
const CODE_REASONS: Readonly<Record<number, AnswerReason>> = {
  421: "server-busy",
  422: "mailbox-full",
  431: "server-busy",
  432: "throttled",
  441: "network-problem",
  442: "network-problem",
  446: "network-problem",
  447: "timeout",
  449: "network-problem",
  451: "server-busy",
  454: "login-failed",
  455: "protocol-error",
  471: "spam-suspected",
  500: "protocol-error",
  501: "protocol-error",
  502: "protocol-error",
  503: "protocol-error",
  504: "protocol-error",
  510: "address-invalid",
  511: "address-unknown",
  512: "domain-not-found",
  513: "address-invalid",
  521: "domain-not-found",
  523: "message-too-large",
  530: "login-failed",
  534: "login-failed",
  535: "login-failed",
  538: "login-failed",
  541: "spam-suspected",
  551: "address-moved",
  555: "protocol-error",
  556: "domain-not-found",
}

type MailPhase = "sender" | "recipient" | "message"

/** Codes whose meaning depends on the command they answer. */
const CODE_REASONS_BY_PHASE: Readonly<Record<MailPhase, Readonly<Record<number, AnswerReason>>>> = {
  sender: {
    450: "sender-refused",
    452: "server-busy",
    501: "sender-refused",
    550: "sender-refused",
    552: "message-too-large",
    553: "sender-refused",
    554: "sender-refused",
  },
  recipient: {
    450: "mailbox-unavailable",
    452: "mailbox-full",
    501: "address-invalid",
    550: "mailbox-unavailable",
    552: "mailbox-full",
    553: "address-invalid",
    554: "policy-refused",
  },
  message: {
    450: "mailbox-unavailable",
    452: "server-busy",
    550: "message-refused",
    552: "message-too-large",
    553: "address-invalid",
    554: "message-refused",
  },
}

/** The reason of a 4xx or 5xx reply without an enhanced status code. */
export function reasonOfReplyCode(code: number, phase: Phase): AnswerReason {
  if (phase === "login") {
    return code === 421 ? "server-busy" : "login-failed"
  }
  if (phase === "tls") {
    return code === 421 ? "server-busy" : "tls-failed"
  }
  if (phase === "session") {
    if (isLoginReply(code)) {
      return "login-failed"
    }
    return code < 500 ? "server-busy" : "configuration-error"
  }
  return CODE_REASONS_BY_PHASE[phase][code] ?? CODE_REASONS[code] ?? "unclassified"
}
