import SMTPConnection from "nodemailer/lib/smtp-connection"
import { cleanServerWords, secretsOfLogin } from "../../delivery/server-words"
import { resolveSmtpOptions, type ResolvedSmtpOptions, type SmtpOptions } from "../../delivery/smtp-options"
import { problemOfError, type ConnectionProblem } from "./connection-problem"
import { guardedConnect, type HostGuardOptions } from "./host-guard"

export type ConnectionTest =
  | {
      usable: true
      /** Host and port. */
      server: string
      /** False: login and mails would be readable on their way. */
      encrypted: boolean
      loggedIn: boolean
    }
  | {
      usable: false
      server: string | null
      problem: ConnectionProblem
      /** The server's own words, or the system's; never the password. */
      words: string | null
    }

/** Somebody waits for the answer. Silence after the greeting is given longer, so that the two are told apart. */
const PATIENCE = { dnsSeconds: 10, connectionSeconds: 10, greetingSeconds: 10, socketSeconds: 15 }

/**
 * Connects to a mail server, greets, begins TLS, logs in where a login is given, and says goodbye. No mail is sent. The
 * same settings, and so the same way, as when mails are sent.
 *
 * nodemailer's `verify()` is not used, because it is content when a login is given and the server offers none, and does
 * not tell whether the connection was encrypted.
 * @param guard for settings typed by a merchant
 */
export async function testConnection(options: SmtpOptions, guard: HostGuardOptions = {}): Promise<ConnectionTest> {
  const resolved = resolve(options)
  if (!resolved) {
    return { usable: false, server: null, problem: "settings-incomplete", words: null }
  }
  const { pool, server, user, password } = resolved
  try {
    const connection = await openConnection(resolved, guard)
    try {
      const encrypted = connection.secure
      if (user === "") {
        return { usable: true, server, encrypted, loggedIn: false }
      }
      if (!connection.allowsAuth) {
        return { usable: false, server, problem: "login-not-offered", words: null }
      }
      await logIn(connection, user, password, pool.authMethod)
      return { usable: true, server, encrypted, loggedIn: true }
    } finally {
      connection.quit()
    }
  } catch (error) {
    const words = wordsOf(error, secretsOfLogin(user, password))
    return { usable: false, server, problem: problemOfError(error), words }
  }
}

function resolve(options: SmtpOptions): ResolvedSmtpOptions | null {
  try {
    return resolveSmtpOptions({ ...options, timeouts: { ...PATIENCE, ...options.timeouts } })
  } catch {
    // The only thing it throws for: there is no host.
    return null
  }
}

/** Connects, and waits until EHLO has been answered, after STARTTLS where that is used. */
async function openConnection(
  { pool, host, port, connectionMs }: ResolvedSmtpOptions,
  guard: HostGuardOptions,
): Promise<SMTPConnection> {
  const socket = await guardedConnect(guard)({ host, port, timeoutMs: connectionMs })
  const connection = new SMTPConnection({ ...pool, connection: socket })
  return new Promise((done, failed) => {
    // Stays: an error after the answer would otherwise be thrown at nobody.
    connection.on("error", failed)
    connection.once("end", () => failed(Object.assign(new Error("Connection closed"), { code: "ECONNECTION" })))
    connection.connect((error) => (error ? failed(error) : done(connection)))
  })
}

function logIn(connection: SMTPConnection, user: string, pass: string, method: string | undefined): Promise<void> {
  return new Promise((done, failed) => {
    connection.once("error", failed)
    const auth = { user, credentials: { user, pass }, ...(method ? { method } : {}) }
    connection.login(auth, (error) => (error ? failed(error) : done()))
  })
}

function wordsOf(thrown: unknown, secrets: string[]): string | null {
  const response: unknown = thrown instanceof Error && "response" in thrown ? thrown.response : undefined
  const text = typeof response === "string" ? response : thrown instanceof Error ? thrown.message : String(thrown)
  return cleanServerWords(text, secrets) || null
}
