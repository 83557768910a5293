import * as base64 from "nodemailer/lib/base64"
import type MimeNode from "nodemailer/lib/mime-node"
import * as quotedPrintable from "nodemailer/lib/qp"

const LF = 0x0a

/**
 * The bytes of a message that nodemailer's MailComposer has compiled, the same that its `build()` gives: structure,
 * headers and encodings are nodemailer's, only the walk over the tree is ours. nodemailer leads every part through a
 * pipeline of streams, which takes longer than all the encoding; our parts are in memory anyway.
 *
 * @param message its parts are strings and Buffers
 * @throws TypeError when a part is a stream, a file or an address, which our mails never contain
 */
export function serializeMessage(message: MimeNode): Buffer {
  const pieces: Buffer[] = []
  write(message, pieces)
  const bytes = Buffer.concat(pieces)
  return bytes.at(-1) === LF ? bytes : Buffer.concat([bytes, Buffer.from("\r\n")])
}

function write(node: MimeNode, pieces: Buffer[]): void {
  const encoding = node.getTransferEncoding()
  pieces.push(Buffer.from(`${node.buildHeaders()}\r\n\r\n`))
  if (!node.multipart) {
    pieces.push(encode(node.content, encoding))
    return
  }
  node.childNodes.forEach((child, index) => {
    pieces.push(Buffer.from(`${index > 0 ? "\r\n" : ""}--${String(node.boundary)}\r\n`))
    write(child, pieces)
  })
  pieces.push(Buffer.from(`\r\n--${String(node.boundary)}--\r\n`))
}

function encode(content: unknown, encoding: string | false): Buffer {
  if (typeof content !== "string" && !Buffer.isBuffer(content)) {
    throw new TypeError(
      "A part of the message is neither text nor bytes. Hand its content over, not where it is found.",
    )
  }
  switch (encoding) {
    case "quoted-printable":
      return Buffer.from(quotedPrintable.wrap(quotedPrintable.encode(content)), "latin1")
    case "base64":
      return Buffer.from(base64.wrap(base64.encode(content)), "latin1")
    default:
      return Buffer.from(content)
  }
}
