/**
 * The blind copy for the shop's archive: a second recipient of the customer's own transaction, in the envelope only. So
 * a copy in the archive proves that the server took the customer's mail, too, which is what settles a lost answer.
 *
 * That proof holds only if no copy goes out without the customer. nodemailer would send the body to whoever was
 * accepted; therefore the message stream looks at the connection's own account of the recipients (nodemailer's
 * SMTPConnectionEnvelope) when it is opened, which is after the server said 354, and breaks off unless the customer was
 * accepted. The connection is closed without a byte of the body and without a final dot: nothing is delivered
 * (RFC 5321, 4.1.1.4 and 3.8).
 *
 * The other way round the customer comes first: whenever the archive may be why a transaction failed, the mail is sent
 * again without it, in the same attempt.
 */
import type { NodemailerError } from "nodemailer/lib/errors"
import type { SMTPConnectionEnvelope } from "nodemailer/lib/smtp-connection"
import { isSinglePath } from "./address-path"
import type { TransportAnswer } from "./types"

/** What became of one recipient in a transaction. */
export interface RecipientReply {
  accepted: boolean
  /** The server's refusal; neither this nor `accepted` when it gave no reply. */
  refusal: NodemailerError | null
}

export interface RecipientReplies {
  customer: RecipientReply
  archive: RecipientReply
}

/**
 * What the server has said so far to the two recipients of a transaction.
 * @param envelope the envelope handed to nodemailer: its connection keeps its account in it
 */
export function readRecipientReplies(envelope: object): RecipientReplies {
  // nodemailer takes the same address twice as one recipient.
  const [customer, archive = customer] = isTracked(envelope) ? (envelope.to ?? []) : []
  const replyTo = (recipient: string | undefined): RecipientReply => {
    if (recipient === undefined || !isTracked(envelope)) {
      return { accepted: false, refusal: null }
    }
    const refusal = envelope.rejectedErrors.find((error) => error.recipient === recipient)
    return { accepted: envelope.accepted.includes(recipient), refusal: refusal ?? null }
  }
  return { customer: replyTo(customer), archive: replyTo(archive) }
}

function isTracked(envelope: object): envelope is SMTPConnectionEnvelope {
  return "accepted" in envelope && "rejectedErrors" in envelope
}

/**
 * Whether the archive may be why a transaction failed that had accepted the customer, although nothing was delivered:
 * the server hung up on the archive's address, or refused the message as a whole (too large for the archive, say). 421
 * says that the server is closing, which has other reasons.
 */
export function mayBeForTheArchive(
  answer: Extract<TransportAnswer, { kind: "error" }>,
  { customer, archive }: RecipientReplies,
): boolean {
  if (!customer.accepted) {
    return false
  }
  const refusedWhole = answer.responseCode !== null && answer.responseCode !== 421 && answer.command === "DATA"
  return archive.accepted ? refusedWhole : !refusedWhole && !answer.bodyWritten
}

/**
 * Why an archive address cannot be a recipient beside the customer, or null when it can. One outside of ASCII would
 * make the whole transaction SMTPUTF8 (RFC 6531), which servers of the customer's may not take.
 */
export function whyNoArchive(address: string): string | null {
  const isAscii = /^[\x21-\x7e]+$/.test(address.slice(0, address.lastIndexOf("@")))
  return isAscii && isSinglePath(address)
    ? null
    : `The archive address ${JSON.stringify(address)} is not exactly one address in ASCII. Correct it in the settings.`
}
