import type { AnswerReason } from "./answer-reasons"

/**
 * Subject and detail of an enhanced status code (RFC 3463 and IANA's registry of enhanced status codes: RFC 5248,
 * 5336, 6531, 6710, 7293, 7372, 7505, 8689 and others), as the reason they stand for. `X.s.0` is the class of its subject.
 */
export const ENHANCED_STATUS_REASONS: Readonly<Record<string, AnswerReason>> = {
  // Address
  "1.0": "address-invalid",
  "1.1": "address-unknown",
  "1.2": "domain-not-found",
  "1.3": "address-invalid",
  "1.4": "address-invalid",
  "1.5": "unclassified",
  "1.6": "address-moved",
  "1.7": "sender-refused",
  "1.8": "sender-refused",
  "1.9": "network-problem",
  "1.10": "domain-not-found",
  // Mailbox
  "2.0": "mailbox-unavailable",
  "2.1": "mailbox-disabled",
  "2.2": "mailbox-full",
  "2.3": "message-too-large",
  "2.4": "mailbox-unavailable",
  // Mail system
  "3.0": "server-busy",
  "3.1": "server-busy",
  "3.2": "server-busy",
  "3.3": "protocol-error",
  "3.4": "message-too-large",
  "3.5": "configuration-error",
  "3.6": "unclassified",
  // Network and routing
  "4.0": "network-problem",
  "4.1": "network-problem",
  "4.2": "network-problem",
  "4.3": "network-problem",
  "4.4": "domain-not-found",
  "4.5": "throttled",
  "4.6": "network-problem",
  "4.7": "network-problem",
  "4.8": "policy-refused",
  // Protocol
  "5.0": "protocol-error",
  "5.1": "protocol-error",
  "5.2": "protocol-error",
  "5.3": "throttled",
  "5.4": "protocol-error",
  "5.5": "protocol-error",
  "5.6": "login-failed",
  // Content
  "6.0": "message-refused",
  "6.1": "message-refused",
  "6.2": "message-refused",
  "6.3": "message-refused",
  "6.4": "message-refused",
  "6.5": "message-refused",
  "6.6": "message-refused",
  "6.7": "smtputf8-missing",
  "6.8": "smtputf8-missing",
  "6.9": "smtputf8-missing",
  "6.10": "smtputf8-missing",
  // Security and policy
  "7.0": "policy-refused",
  "7.1": "policy-refused",
  "7.2": "policy-refused",
  "7.3": "policy-refused",
  "7.4": "policy-refused",
  "7.5": "policy-refused",
  "7.6": "policy-refused",
  "7.7": "message-refused",
  "7.8": "login-failed",
  "7.9": "login-failed",
  "7.10": "tls-failed",
  "7.11": "login-failed",
  "7.12": "login-failed",
  "7.13": "login-failed",
  "7.14": "policy-refused",
  "7.15": "policy-refused",
  "7.16": "message-too-large",
  "7.17": "address-unknown",
  "7.18": "domain-not-found",
  "7.19": "policy-refused",
  "7.20": "authentication-missing",
  "7.21": "authentication-missing",
  "7.22": "authentication-missing",
  "7.23": "authentication-missing",
  "7.24": "authentication-missing",
  "7.25": "authentication-missing",
  "7.26": "authentication-missing",
  "7.27": "sender-refused",
  "7.28": "throttled",
  "7.29": "authentication-missing",
  "7.30": "tls-failed",
}

// A reply may repeat the code on each of its lines; the first that stands right after a reply code counts.
const AT_START_OF_REPLY = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?=\s|$)/m

/** The enhanced status code at the start of an SMTP reply (RFC 2034), for example "5.1.1"; null when it has none. */
export function parseEnhancedStatus(response: string | null): string | null {
  return response?.match(AT_START_OF_REPLY)?.[1] ?? null
}

/** The reason an enhanced status code stands for; an unknown detail counts as its subject, an unknown subject as null. */
export function reasonOfEnhancedStatus(status: string | null): AnswerReason | null {
  if (!status) {
    return null
  }
  const [, subject = "", detail = ""] = status.split(".")
  const key = `${subject}.${detail}`
  return ENHANCED_STATUS_REASONS[Object.hasOwn(ENHANCED_STATUS_REASONS, key) ? key : `${subject}.0`] ?? null
}
