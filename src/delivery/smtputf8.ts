import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection"
import { SMTPUTF8_MISSING } from "./error-codes"
import type { ResolvedSmtpOptions } from "./smtp-options"
import type { Envelope, TransportAnswer } from "./types"

/** Whether an envelope may be given only to a server that offers SMTPUTF8 (RFC 6531, 3.2). */
export function needsSmtpUtf8({ from, to }: Pick<Envelope, "from" | "to">): boolean {
  return /[^\0-\x7f]/.test(from + to)
}

/**
 * Asks a server whether it offers SMTPUTF8, over a connection of its own: nodemailer's pool does not tell, and sends such
 * an address to any server. Few customers have one.
 *
 * @returns null when the server cannot be asked; then sending will tell what is wrong with it
 */
export async function offersSmtpUtf8({ pool }: ResolvedSmtpOptions): Promise<boolean | null> {
  try {
    const connection = new SMTPConnection({ ...pool, ...(await openSocket(pool)) })
    try {
      await connected(connection)
      return /^250[ -]SMTPUTF8\b/im.test(String(connection.lastServerResponse))
    } finally {
      connection.quit()
    }
  } catch {
    return null
  }
}

/** The final answer about a mail that the server cannot take. */
export function smtpUtf8Missing({ to }: Pick<Envelope, "to">, server: string): TransportAnswer {
  return {
    kind: "error",
    code: SMTPUTF8_MISSING,
    errno: null,
    command: "API",
    responseCode: null,
    response: null,
    message: `${server} does not offer SMTPUTF8 (RFC 6531), which ${JSON.stringify(to)} needs. Ask the customer for an address in ASCII, or send through a server that offers it.`,
    bodyWritten: false,
    server,
  }
}

/** Connects as for sending, where that is not nodemailer's own way. */
function openSocket(pool: ResolvedSmtpOptions["pool"]): Promise<Pick<SMTPConnectionOptions, "connection">> {
  const open = pool.getSocket
  if (!open) return Promise.resolve({})
  return new Promise((done, failed) => {
    open(pool, (error, socket) => (error ? failed(error) : done(socket || {})))
  })
}

/** Waits until EHLO has been answered, after STARTTLS where that is used. */
function connected(connection: SMTPConnection): Promise<void> {
  return new Promise((done, failed) => {
    connection.on("error", failed)
    connection.once("end", () => failed(new Error("Connection closed")))
    connection.connect((error) => (error ? failed(error) : done()))
  })
}
