/** A header field as it stands in the message: its name, and its whole text without the CRLF at the end. */
export interface HeaderField {
  name: string
  text: string
}

/**
 * The message with CRLF line ends, one at its end included (RFC 5322, 2.3). A client must make them so when it sends
 * (RFC 5321, 2.3.8 and 4.1.1.4), and what was signed before would not be what arrives.
 */
export function withCrlfLineEnds(message: Buffer): Buffer {
  const text = message.toString("latin1")
  if (text.endsWith("\r\n") && !BARE_CR_OR_LF.test(text)) {
    return message
  }
  const lines = text.replace(/\r\n|\r|\n/g, "\r\n")
  return Buffer.from(lines.endsWith("\r\n") ? lines : `${lines}\r\n`, "latin1")
}

const BARE_CR_OR_LF = /\r(?!\n)|(?<!\r)\n/

/**
 * Cuts a message into header fields and body. Text is latin1 here, one character for each octet, so that whatever the
 * message holds is signed as it is.
 * @param message with CRLF line ends
 * @throws TypeError when no empty line ends the header
 */
export function readHeaderAndBody(message: Buffer): { fields: HeaderField[]; body: string } {
  const text = message.toString("latin1")
  const end = text.indexOf("\r\n\r\n")
  if (end < 0) {
    throw new TypeError("The message has no empty line after its header (RFC 5322, 2.1), so it cannot be signed.")
  }
  const fields = text
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .map((field) => ({ name: field.slice(0, field.indexOf(":")).trim(), text: field }))
  return { fields, body: text.slice(end + 4) }
}

/** "relaxed" header canonicalization (RFC 6376, 3.4.2), without the CRLF at the end. */
export function relaxHeaderField({ name, text }: HeaderField): string {
  const value = text
    .slice(text.indexOf(":") + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
  return `${name.toLowerCase()}:${value.replace(/^ | $/g, "")}`
}

/** "relaxed" body canonicalization (RFC 6376, 3.4.4). */
export function relaxBody(body: string): string {
  const relaxed = body.replace(/[ \t]+/g, " ").replace(/ (?=\r\n|$)/g, "")
  const lines = withoutEmptyLinesAtEnd(relaxed)
  return lines === "" ? "" : `${lines}\r\n`
}

/** By hand: a pattern for "CRLFs at the end" would look at every run of empty lines in between again and again. */
function withoutEmptyLinesAtEnd(text: string): string {
  let end = text.length
  while (text.startsWith("\r\n", end - 2) && end >= 2) {
    end -= 2
  }
  return text.slice(0, end)
}
