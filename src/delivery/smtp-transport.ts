import { createTransport } from "nodemailer"
import type { NodemailerError } from "nodemailer/lib/errors"
import { isSinglePath } from "./address-path"
import { mayBeForTheArchive, readRecipientReplies, whyNoArchive, type RecipientReplies } from "./archive-copy"
import { messageStream } from "./message-stream"
import { cleanServerWords, secretsOfLogin } from "./server-words"
import { resolveSmtpOptions, type SmtpOptions } from "./smtp-options"
import { needsSmtpUtf8, offersSmtpUtf8, smtpUtf8Missing } from "./smtputf8"
import type { ArchiveCopy, Transport, TransportAnswer } from "./types"

type OutgoingMail = Parameters<Transport["send"]>[0]

/** What is known of one transaction while it is under way. */
interface Transaction {
  content: Buffer
  withArchive: boolean
  /** The envelope in which nodemailer's connection notes what the server said to each recipient. */
  tracked: object
  /** The connection has read the mail's last byte, so the final dot follows or has been written. */
  bodyWritten: boolean
}

/** How a transaction ended, and what the server said to its recipients. */
interface Ended {
  answer: TransportAnswer
  replies: RecipientReplies
}

/**
 * Sends mails through nodemailer's connection pool, byte for byte as stored, to one recipient each and where wanted to
 * the archive (see archive-copy).
 *
 * nodemailer reports a connection lost before DATA and one lost after the final dot by the same error. They are told
 * apart here by the message stream: its end is reached only after the server said 354 and the connection took the
 * last byte.
 * @throws Error when the options name no host; sending itself never throws
 */
export function createSmtpTransport(options: SmtpOptions): Transport {
  const resolved = resolveSmtpOptions(options)
  const { pool, server, user, password, transactionMs, dsn } = resolved
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
      transaction.tracked = mail.message.getEnvelope()
      // The mail is bytes already; nodemailer's own stream would only lead them through its MIME builder.
      mail.message.createReadStream = () =>
        messageStream(transaction.content, {
          mayBegin: () => whyNotBegin(transaction),
          onRead: () => (transaction.bodyWritten = true),
        })
    }
    callback()
  })

  async function transact(mail: OutgoingMail, archive: string | null): Promise<Ended> {
    const to = archive === null ? [mail.envelope.to] : [mail.envelope.to, archive]
    const envelope = { from: mail.envelope.from, to, size: mail.content.length }
    const transaction: Transaction = {
      content: mail.content,
      withArchive: archive !== null,
      tracked: envelope,
      bodyWritten: false,
    }
    transactions.set(envelope, transaction)
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), transactionMs)
    const ended = (answer: TransportAnswer) => ({ answer, replies: readRecipientReplies(transaction.tracked) })
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
      return ended({ kind: "accepted", response: cleanServerWords(info.response, secrets), server })
    } catch (error) {
      return ended(describeError(error, transaction.bodyWritten))
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

  /** A transaction, and on a connection that had gone stale another one over a new connection. */
  async function attempt(mail: OutgoingMail, archive: string | null): Promise<Ended> {
    const ended = await transact(mail, archive)
    return isStaleConnection(ended.answer) && !closed ? transact(mail, archive) : ended
  }

  async function sendWithArchive(mail: OutgoingMail, archive: string): Promise<TransportAnswer> {
    const { answer, replies } = await attempt(mail, archive)
    if (answer.kind === "accepted") {
      const { refusal } = replies.archive
      const words = refusal?.response ?? refusal?.message
      return { ...answer, archive: words === undefined ? taken(answer.response) : refused(words) }
    }
    if (replies.customer.refusal) {
      // However the transaction ended then, what the server said about the customer is the answer.
      return describeError(replies.customer.refusal, false)
    }
    if (!mayBeForTheArchive(answer, replies)) {
      return answer
    }
    const { answer: alone } = await attempt(mail, null)
    const words = replies.archive.refusal?.response ?? answer.response ?? answer.message
    return alone.kind === "accepted" ? { ...alone, archive: refused(words) } : alone
  }

  const taken = (text: string): ArchiveCopy => ({ result: "accepted", text })
  const refused = (words: string): ArchiveCopy => ({ result: "refused", text: cleanServerWords(words, secrets) })

  async function send(mail: OutgoingMail): Promise<TransportAnswer> {
    const { to, from, archive } = mail.envelope
    if (!isSinglePath(to) || !isSinglePath(from)) {
      return refuseEnvelope(mail.envelope, server)
    }
    if (needsSmtpUtf8(mail.envelope) && (await offersSmtpUtf8(resolved)) === false) {
      return smtpUtf8Missing(mail.envelope, server)
    }
    const obstacle = archive === undefined ? null : whyNoArchive(archive)
    if (archive !== undefined && obstacle === null) {
      return sendWithArchive(mail, archive)
    }
    const { answer } = await attempt(mail, null)
    return answer.kind === "accepted" && obstacle !== null ? { ...answer, archive: refused(obstacle) } : answer
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

/** A mail with a copy for the archive must not go out unless the customer was accepted. */
function whyNotBegin({ withArchive, tracked }: Transaction): Error | null {
  return withArchive && !readRecipientReplies(tracked).customer.accepted
    ? new Error("The recipient was not accepted, so no copy goes to the archive.")
    : null
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
