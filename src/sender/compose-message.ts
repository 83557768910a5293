import MailComposer from "nodemailer/lib/mail-composer"
import { oneLine } from "../rendering/one-line"
import type { InlineImage } from "../rendering/types"
import { signMailToken } from "./mail-token"
import { serializeMessage } from "./serialize-message"

/** In code points; a display name beyond this is cut. */
const MAX_NAME_LENGTH = 75

export interface MessageParts {
  mailId: string
  from: { name: string; address: string }
  replyTo: string
  to: { name: string; address: string }
  subject: string
  html: string
  text: string
  inlineImages: InlineImage[]
  /** BCP 47, for Content-Language. */
  language: string
  date: Date
  /** Tells a message apart from one before it of the same mail, which may have arrived. Default: there was none. */
  revision?: number | null
  /** A test mail: it says so in a header, and nothing that comes back of it names a real mail. Default false. */
  testMail?: boolean
}

export interface ComposedMessage {
  /** The RFC 5322 message with CRLF line ends, ready for DATA. */
  bytes: Buffer
  /** With angle brackets. */
  messageId: string
  /** Envelope sender for this mail (RFC 5321 reverse-path). */
  returnPath: string
}

/**
 * Makes the exact bytes of a mail. Called once a mail: Message-ID, Date and MIME boundaries must be the same on every
 * attempt, so that servers and clients which drop copies can recognise one. What is written anew is no copy, and has
 * another Message-ID.
 *
 * Headers beside the usual ones:
 * - `Auto-Submitted: auto-generated` (RFC 3834, 5) and `X-Auto-Response-Suppress` (Microsoft) keep vacation replies away;
 * - `X-Order-Mail-ID` finds the mail again in bounces that return the headers only;
 * - `X-Order-Mail-Test: yes` on test mails alone.
 *
 * @param parts every name and text is data: nodemailer folds and encodes it (RFC 2047), nothing typed by a customer can
 *   end a header. Addresses are one addr-spec each, checked before.
 * @param secret signs the return path and the correlation header.
 * @param returnPathDomain domain of the bounce mailbox.
 */
export async function composeMessage(
  parts: MessageParts,
  secret: string,
  returnPathDomain: string,
): Promise<ComposedMessage> {
  const { testMail = false, revision = null } = parts
  const messageId = `<${parts.mailId}${revision === null ? "" : `.${revision}`}@${domainOf(parts.from.address)}>`
  const token = signMailToken(secret, testMail ? "test-return-path" : "return-path", parts.mailId)
  const returnPath = `bounces+${token}@${returnPathDomain}`
  const composer = new MailComposer({
    from: parts.from,
    replyTo: { name: "", address: parts.replyTo },
    to: { name: oneLine(parts.to.name, MAX_NAME_LENGTH), address: parts.to.address },
    subject: parts.subject,
    text: withCrlf(parts.text),
    html: withCrlf(parts.html),
    textEncoding: "quoted-printable",
    messageId,
    date: parts.date,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "OOF, AutoReply",
      "X-Order-Mail-ID": signMailToken(secret, testMail ? "test-header" : "header", parts.mailId),
      ...(testMail ? { "X-Order-Mail-Test": "yes" } : {}),
      "Content-Language": parts.language,
    },
    attachments: parts.inlineImages.map((image) => ({
      cid: image.cid,
      filename: image.filename,
      contentType: image.contentType,
      content: image.content,
      contentDisposition: "inline" as const,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { bytes: serializeMessage(composer.compile()), messageId, returnPath }
}

/** On the wire every line ends in CRLF (RFC 5321, 2.3.8); a bare LF would be changed there, and what is stored would not be what was sent. */
function withCrlf(text: string): string {
  return text.replace(/\r\n|\r|\n/g, "\r\n")
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1)
}
