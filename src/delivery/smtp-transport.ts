import { Readable } from "node:stream"
import { createTransport } from "nodemailer"
import type { NodemailerError } from "nodemailer/lib/errors"
import { cleanServerWords, secretsOfLogin } from "./server-words"
import { resolveSmtpOptions, type SmtpOptions } from "./smtp-options"
import type { Transport, TransportAnswer } from "./types"

type OutgoingMail = Parameters<Transport["send"]>[0]

/** What is known of one transaction while it is under way. */
interface Transaction {
  content: Buffer
  /** The connection has read the mail's last byte, so the final dot follows or has been written. */
  bodyWritten: boolean
}

/**
 * Sends mails through nodemailer's connection pool, byte for byte as stored, to one recipient each.
 *
 * nodemailer reports a connection lost before DATA and one lost after the final dot by the same error. They are told
 * apart here by the message stream: its end is reached only after the server said 354 and the connection took the
 * last byte.
 * @throws Error when the options name no host; sending itself never throws
 */
export function createSmtpTransport(options: SmtpOptions): Transport {
  const { pool, server, user, password, transactionMs, dsn } = resolveSmtpOptions(options)
  const secrets = secretsOfLogin(user, password)
  const transporter = createTransport(pool)
  const transactions = new WeakMap<object, Transaction>()
  const underWay = new Set<Promise<TransportAnswer>>()
  let closed = false

  // An emitter without a listener would end the process; every failure of a mail reaches its own answer anyway.
  transporter.on("error", () => undefined)
  transporter.use("stream", (mail, callback) => {
    const transaction = transactions.get(mail.data.envelope ?? {})
    if (transaction && mail.message) {
      // The mail is bytes already; nodemailer's own stream would only lead them through its MIME builder.
      mail.message.createReadStream = () => streamOf(transaction)
    }
    callback()
  })

  async function transact(mail: OutgoingMail): Promise<TransportAnswer> {
    const transaction: Transaction = { content: mail.content, bodyWritten: false }
    const envelope = { from: mail.envelope.from, to: [mail.envelope.to], size: mail.content.length }
    transactions.set(envelope, transaction)
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), transactionMs)
    try {
      const info = await transporter.sendMail({
        envelope,
        raw: mail.content,
        // For nodemailer's own books only; without one it makes up a random one each time.
        messageId: mail.id ?? "mail",
        signal: deadline.signal,
        ...(dsn
          ? { dsn: { return: "headers", notify: ["failure", "delay"], ...(mail.id ? { id: mail.id } : {}) } }
          : {}),
      })
      return { kind: "accepted", response: cleanServerWords(info.response, secrets), server }
    } catch (error) {
      return describeError(error, transaction.bodyWritten)
    } finally {
      clearTimeout(timer)
    }
  }

  function describeError(thrown: unknown, bodyWritten: boolean): TransportAnswer {
    const error: NodemailerError = thrown instanceof Error ? thrown : new Error(String(thrown))
    return {
      kind: "error",
      code: error.code ?? null,
      errno: error.originalCode ?? null,
      command: error.command ?? null,
      responseCode: error.responseCode ?? null,
      response: error.response === undefined ? null : cleanServerWords(error.response, secrets),
      message: cleanServerWords(error.message, secrets),
      bodyWritten,
      server,
    }
  }

  async function send(mail: OutgoingMail): Promise<TransportAnswer> {
    if (!isSinglePath(mail.envelope.to) || !isSinglePath(mail.envelope.from)) {
      return refuseEnvelope(mail.envelope, server)
    }
    const answer = await transact(mail)
    return isStaleConnection(answer) && !closed ? transact(mail) : answer
  }

  return {
    mode: "smtp",
    send(mail) {
      const sending = send(mail)
      underWay.add(sending)
      void sending.finally(() => underWay.delete(sending))
      return sending
    },
    async close() {
      closed = true
      await Promise.allSettled(underWay)
      transporter.close()
    },
  }
}

/** A large mail is handed over in pieces, so that its end is reached only when most of it has left. */
const PIECE_BYTES = 64 * 1024

/** The message as the connection reads it, once the server said 354. */
function streamOf(transaction: Transaction): Readable {
  let offset = 0
  const stream = new Readable({
    read() {
      const piece = transaction.content.subarray(offset, offset + PIECE_BYTES)
      offset += piece.length
      this.push(piece.length > 0 ? piece : null)
    },
  })
  return stream.once("end", () => (transaction.bodyWritten = true))
}

/**
 * The server had closed a pooled connection between two mails, perhaps with a 421 for having carried enough of them,
 * and nodemailer found out when it used it. Not a byte of the mail was sent, so it goes out over a new connection at
 * once, within the same attempt. With `maxRequeues: 0` the pool reports exactly this case, and a close before the
 * greeting, as a lost connection without a command; the second try tells them apart.
 */
function isStaleConnection(answer: TransportAnswer): boolean {
  return (
    answer.kind === "error" &&
    answer.code === "ECONNECTION" &&
    answer.command === null &&
    answer.responseCode === null &&
    !answer.bodyWritten
  )
}

/** One mailbox, not a list: nodemailer would take "a@example.com, b@example.com" for two recipients. */
function isSinglePath(address: string): boolean {
  const withoutQuotedPart = address.replace(/^"(?:[^"\\\r\n]|\\[^\r\n])*"(?=@)/, "quoted")
  return /^[^\s<>,;@"]+@[^\s<>,;@"]+$/.test(withoutQuotedPart)
}

function refuseEnvelope(envelope: OutgoingMail["envelope"], server: string): TransportAnswer {
  const which = isSinglePath(envelope.to)
    ? `sender ${JSON.stringify(envelope.from)}`
    : `recipient ${JSON.stringify(envelope.to)}`
  return {
    kind: "error",
    code: "EENVELOPE",
    errno: null,
    command: "API",
    responseCode: null,
    response: null,
    message: cleanServerWords(
      `The ${which} is not exactly one address (RFC 5321 Mailbox). Correct it and send the mail again.`,
    ),
    bodyWritten: false,
    server,
  }
}
