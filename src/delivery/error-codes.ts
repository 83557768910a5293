import type { ErrorCode } from "nodemailer/lib/errors"
import type { AnswerReason } from "./answer-reasons"
import type { Reading } from "./types"

/** What a failure without an SMTP reply means, as long as the body had not been written. */
export interface FailureMeaning {
  outcome: "temporary" | "permanent"
  reason: AnswerReason
  scope: Reading["scope"]
}

const serverTrouble = (reason: AnswerReason): FailureMeaning => ({ outcome: "temporary", reason, scope: "server" })

/**
 * Every error code of nodemailer (nodemailer/lib/errors); the type makes a code nodemailer adds a compile error here.
 * Only what nodemailer itself finds wrong with the mail before anything is sent is permanent: the stored bytes and
 * envelope will not change. What is wrong with our settings is temporary, because the merchant can put it right.
 */
export const ERROR_CODE_MEANINGS: Readonly<Record<ErrorCode, FailureMeaning>> = {
  ECONNECTION: serverTrouble("connection-lost"),
  ETIMEDOUT: serverTrouble("timeout"),
  ESOCKET: serverTrouble("connection-lost"),
  EDNS: serverTrouble("dns-failed"),
  ETLS: serverTrouble("tls-failed"),
  EREQUIRETLS: serverTrouble("tls-failed"),
  EPROTOCOL: serverTrouble("protocol-error"),
  EENVELOPE: { outcome: "permanent", reason: "address-invalid", scope: "mail" },
  // The one EMESSAGE without a reply: the mail is larger than the SIZE the server announced (RFC 1870).
  EMESSAGE: { outcome: "permanent", reason: "message-too-large", scope: "mail" },
  EOTP: serverTrouble("configuration-error"),
  ESTREAM: { outcome: "temporary", reason: "unclassified", scope: "mail" },
  EABORT: { outcome: "temporary", reason: "timeout", scope: "mail" },
  EAUTH: serverTrouble("login-failed"),
  ENOAUTH: serverTrouble("login-failed"),
  EOAUTH2: serverTrouble("login-failed"),
  EMAXLIMIT: { outcome: "temporary", reason: "connection-lost", scope: "mail" },
  EMAXRECIPIENTS: { outcome: "permanent", reason: "address-invalid", scope: "mail" },
  ESENDMAIL: serverTrouble("configuration-error"),
  ESES: serverTrouble("configuration-error"),
  ECONFIG: serverTrouble("configuration-error"),
  EPROXY: serverTrouble("connection-failed"),
  EFILEACCESS: serverTrouble("configuration-error"),
  EURLACCESS: serverTrouble("configuration-error"),
  EFETCH: serverTrouble("configuration-error"),
}

/** Our own code: the server takes no address beyond ASCII, and the mail has one. */
export const SMTPUTF8_MISSING = "ESMTPUTF8"

const ERRNO_REASONS: Readonly<Record<string, AnswerReason>> = {
  ECONNREFUSED: "connection-failed",
  EHOSTUNREACH: "connection-failed",
  EHOSTDOWN: "connection-failed",
  ENETUNREACH: "connection-failed",
  ENETDOWN: "connection-failed",
  EADDRNOTAVAIL: "connection-failed",
  EADDRINUSE: "connection-failed",
  EACCES: "connection-failed",
  EPERM: "connection-failed",
  EMFILE: "connection-failed",
  ENFILE: "connection-failed",
  ENOBUFS: "connection-failed",
  ENOENT: "connection-failed",
  ECONNRESET: "connection-lost",
  ECONNABORTED: "connection-lost",
  EPIPE: "connection-lost",
  ETIMEDOUT: "timeout",
  ETIME: "timeout",
  ETIMEOUT: "dns-failed",
  ENOTFOUND: "dns-failed",
  ENODATA: "dns-failed",
  ESERVFAIL: "dns-failed",
  EREFUSED: "dns-failed",
  ENONAME: "dns-failed",
  EBADNAME: "dns-failed",
  EAI_AGAIN: "dns-failed",
  EAI_FAIL: "dns-failed",
  EPROTO: "tls-failed",
  HOSTNAME_MISMATCH: "tls-failed",
  ERR_INVALID_ARG_TYPE: "configuration-error",
  ERR_SOCKET_BAD_PORT: "configuration-error",
  ERR_ACCESS_DENIED: "configuration-error",
}

/** Names Node gives TLS and certificate errors (OpenSSL's verification results, Node's own ERR_TLS_/ERR_SSL_ codes). */
const TLS_ERROR_NAME =
  /^(ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$)/

/** The reason behind Node's errno or TLS error name; null for a name that says nothing here. */
export function reasonOfErrno(errno: string | null): AnswerReason | null {
  if (!errno) {
    return null
  }
  if (Object.hasOwn(ERRNO_REASONS, errno)) {
    return ERRNO_REASONS[errno] ?? null
  }
  return TLS_ERROR_NAME.test(errno) ? "tls-failed" : null
}

/** Codes nodemailer gives to many failures; the errno under them says which one it was. */
const BROAD_CODES: ReadonlySet<string> = new Set<ErrorCode>(["ESOCKET", "ECONNECTION"])

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODE_MEANINGS, code)
}

/**
 * What a failure without an SMTP reply means for a mail whose body was not written.
 * @param code nodemailer's code, or Node's errno where nodemailer set none
 * @param errno the errno under nodemailer's code
 */
export function meaningOfFailure(code: string | null, errno: string | null): FailureMeaning {
  if (code === SMTPUTF8_MISSING) {
    return { outcome: "permanent", reason: "smtputf8-missing", scope: "mail" }
  }
  const meaning = code !== null && isErrorCode(code) ? ERROR_CODE_MEANINGS[code] : null
  const reason = reasonOfErrno(errno) ?? (meaning ? null : reasonOfErrno(code))
  if (meaning) {
    return reason && BROAD_CODES.has(code ?? "") ? { ...meaning, reason } : meaning
  }
  return serverTrouble(reason ?? "unclassified")
}
