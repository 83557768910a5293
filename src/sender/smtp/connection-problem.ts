import type { NodemailerError } from "nodemailer/lib/errors"
import { reasonOfErrno } from "../../delivery/error-codes"
import { HostRefusedError, type HostRefusal } from "./host-guard"

/**
 * Why a mail server cannot be used: a closed vocabulary, translated in the admin. In the order in which a connection is
 * made, so that everything above the problem worked.
 *
 * - `no-greeting` connected, but nothing was said: often a port that wants TLS from the first byte, or no mail server
 * - `tls-not-spoken` TLS from the first byte on a port that does not speak it: often one for STARTTLS
 * - `login-not-offered` the server offers no login here, so mails would be sent without one
 */
export const CONNECTION_PROBLEMS = [
  "settings-incomplete",
  "port-not-allowed",
  "name-not-found",
  "dns-failed",
  "private-address",
  "connection-refused",
  "connection-timeout",
  "host-unreachable",
  "tls-not-spoken",
  "certificate-expired",
  "certificate-not-yet-valid",
  "certificate-self-signed",
  "certificate-wrong-name",
  "certificate-untrusted",
  "tls-failed",
  "no-greeting",
  "not-a-mail-server",
  "server-refuses",
  "starttls-missing",
  "login-not-offered",
  "login-refused",
  "login-postponed",
  "connection-lost",
  "timeout",
  "unclassified",
] as const satisfies readonly (HostRefusal | string)[]
export type ConnectionProblem = (typeof CONNECTION_PROBLEMS)[number]

/** By the names that Node gives: OpenSSL's verification results, errno, and its own codes. */
const BY_ERRNO: Readonly<Record<string, ConnectionProblem>> = {
  ENOTFOUND: "name-not-found",
  ENODATA: "name-not-found",
  ECONNREFUSED: "connection-refused",
  ETIMEDOUT: "connection-timeout",
  EHOSTUNREACH: "host-unreachable",
  ENETUNREACH: "host-unreachable",
  EHOSTDOWN: "host-unreachable",
  ECONNRESET: "connection-lost",
  EPIPE: "connection-lost",
  EPROTO: "tls-not-spoken",
  ERR_SSL_WRONG_VERSION_NUMBER: "tls-not-spoken",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "tls-not-spoken",
  CERT_HAS_EXPIRED: "certificate-expired",
  CERT_NOT_YET_VALID: "certificate-not-yet-valid",
  DEPTH_ZERO_SELF_SIGNED_CERT: "certificate-self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "certificate-self-signed",
  ERR_TLS_CERT_ALTNAME_INVALID: "certificate-wrong-name",
  UNABLE_TO_GET_ISSUER_CERT: "certificate-untrusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificate-untrusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificate-untrusted",
  CERT_UNTRUSTED: "certificate-untrusted",
  CERT_REVOKED: "certificate-untrusted",
}

/** What an error of connecting, greeting, STARTTLS or login means. */
export function problemOfError(thrown: unknown): ConnectionProblem {
  if (thrown instanceof HostRefusedError) {
    return thrown.refusal
  }
  const error: NodemailerError = thrown instanceof Error ? thrown : new Error(String(thrown))
  switch (error.code) {
    case "EAUTH":
    case "ENOAUTH":
    case "EOAUTH2":
      return problemOfLogin(error)
    case "EPROTOCOL":
      return problemOfReply(error)
    case "ETLS":
      return problemOfTls(error)
    case "ETIMEDOUT":
      return problemOfSilence(error)
    default:
      return problemOfConnection(error)
  }
}

function problemOfLogin({ responseCode }: NodemailerError): ConnectionProblem {
  return responseCode !== undefined && responseCode < 500 ? "login-postponed" : "login-refused"
}

/** A greeting or EHLO that was not answered as by a mail server, or was refused by one. */
function problemOfReply({ responseCode, command }: NodemailerError): ConnectionProblem {
  const refused = responseCode !== undefined && responseCode >= 400 && responseCode < 600
  // 500 and 502: it does not know HELO. Other services greet with 220, too.
  const unknownCommand = responseCode === 500 || responseCode === 502
  return refused && (command === "CONN" || !unknownCommand) ? "server-refuses" : "not-a-mail-server"
}

function problemOfTls({ responseCode, command, originalCode }: NodemailerError): ConnectionProblem {
  if (command === "STARTTLS" && responseCode !== undefined) {
    return responseCode >= 500 ? "starttls-missing" : "tls-failed"
  }
  return (originalCode !== undefined && BY_ERRNO[originalCode]) || "tls-failed"
}

function problemOfSilence({ timeoutType }: NodemailerError): ConnectionProblem {
  switch (timeoutType) {
    case "GREETING_TIMEOUT":
      return "no-greeting"
    case "UPGRADE_TIMEOUT":
      return "tls-failed"
    case "SOCKET_TIMEOUT":
      return "timeout"
    case "CONNECT_TIMEOUT":
    case undefined:
      return "connection-timeout"
  }
}

function problemOfConnection({ code, originalCode, responseCode, command }: NodemailerError): ConnectionProblem {
  const errno = originalCode ?? code ?? ""
  const known = Object.hasOwn(BY_ERRNO, errno) ? BY_ERRNO[errno] : undefined
  if (known) {
    return known
  }
  if (responseCode !== undefined) {
    return command === "EHLO" && responseCode >= 500 ? "starttls-missing" : "server-refuses"
  }
  switch (reasonOfErrno(errno)) {
    case "tls-failed":
      return "tls-failed"
    case "dns-failed":
      return "dns-failed"
    case "connection-failed":
      return "host-unreachable"
    default:
      return code === "ECONNECTION" || code === "ESOCKET" ? "connection-lost" : "unclassified"
  }
}
