import { createHash, createPrivateKey, sign, type KeyObject } from "node:crypto"
import { domainToASCII } from "node:url"
import { promisify } from "node:util"
import { readHeaderAndBody, relaxBody, relaxHeaderField, withCrlfLineEnds, type HeaderField } from "./canonical-form"

export interface DkimSigner {
  /** The `d=` domain, which DMARC compares with the From address; U-labels become A-labels. */
  domain: string
  selector: string
  privateKey: KeyObject
  /** The `t=` time. */
  signedAt: Date
}

/**
 * Fields a receiver shows or acts on. Each is signed once more than it occurs (RFC 6376, 8.15), so that none can be
 * added afterwards, for example a second From that a client would show instead.
 */
const SEALED_FIELDS = [
  "From",
  "Reply-To",
  "To",
  "Cc",
  "Subject",
  "Date",
  "Message-ID",
  "MIME-Version",
  "Content-Type",
  "Content-Transfer-Encoding",
  "Auto-Submitted",
  "X-Order-Mail-ID",
]

/** Fields signed where they occur; a server on the way may add them. RFC 8058 wants both List fields signed. */
const SIGNED_FIELDS = [
  "Sender",
  "In-Reply-To",
  "References",
  "Content-Language",
  "Disposition-Notification-To",
  "X-Auto-Response-Suppress",
  "X-Order-Mail-Test",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
]

const signOnAnotherThread = promisify(
  (data: Buffer, key: KeyObject, done: (error: Error | null, signature: Buffer) => void) =>
    sign("sha256", data, key, done),
)

/** @throws Error when it is not an RSA private key in PEM; the key itself is not in the error */
export function readDkimPrivateKey(pem: string): KeyObject {
  let key: KeyObject | null = null
  try {
    key = createPrivateKey(pem)
  } catch {
    // Told below: OpenSSL's words ("DECODER routines::unsupported") help nobody.
  }
  if (key?.asymmetricKeyType !== "rsa") {
    throw new Error("DKIM: the private key is not an RSA key in PEM. Make a new key for the domain.")
  }
  return key
}

/**
 * Signs a message with DKIM (RFC 6376): rsa-sha256, relaxed/relaxed, the whole body (no `l=`), no expiry, because a
 * deferred mail may leave days later. To be done once, when the mail is composed; what is stored and sent are the bytes
 * returned. A server that rewrites Date or Message-ID on its way breaks the signature: it must sign by itself.
 *
 * Written here because neither nodemailer nor mailauth can sign a field that is absent, both block the event loop while
 * RSA computes, and nodemailer leaves a message unsigned when the key is broken. Checked against mailauth and, in
 * test/debian, dkimpy.
 * @param unsigned the composed message; bare line ends become CRLF, as they would on sending
 * @returns the DKIM-Signature field followed by the message
 * @throws TypeError when the message has no header, no From, or the domain is none
 */
export async function signMessage(unsigned: Buffer, signer: DkimSigner): Promise<Buffer> {
  const domain = domainToASCII(signer.domain)
  const message = withCrlfLineEnds(unsigned)
  const { fields, body } = readHeaderAndBody(message)
  if (domain === "" || !fields.some(({ name }) => name.toLowerCase() === "from")) {
    throw new TypeError(`DKIM: a message is signed for a domain and has a From; the domain is "${signer.domain}".`)
  }
  const signed = chooseFields(fields)
  const bodyHash = createHash("sha256").update(relaxBody(body), "latin1").digest("base64")
  const field = signatureField([
    "v=1",
    "a=rsa-sha256",
    "c=relaxed/relaxed",
    `d=${domain}`,
    `s=${signer.selector}`,
    `t=${Math.floor(signer.signedAt.getTime() / 1000)}`,
    `h=${signed.names.join(":")}`,
    `bh=${bodyHash}`,
    "b=",
  ])
  const canonical = [...signed.fields, { name: "DKIM-Signature", text: field }].map(relaxHeaderField).join("\r\n")
  const signature = await signOnAnotherThread(Buffer.from(canonical, "latin1"), signer.privateKey)
  const lines = signature.toString("base64").match(/.{1,72}/g) ?? []
  return Buffer.concat([Buffer.from(`${field}${lines.join("\r\n ")}\r\n`, "latin1"), message])
}

/** The names for `h=`, and the fields they stand for: of several with one name the last comes first (5.4.2). */
function chooseFields(fields: readonly HeaderField[]): { names: string[]; fields: HeaderField[] } {
  const names: string[] = []
  const chosen: HeaderField[] = []
  const choose = (name: string, onceMore: boolean) => {
    const found = fields.filter((field) => field.name.toLowerCase() === name.toLowerCase()).reverse()
    chosen.push(...found)
    names.push(...found.map(() => name), ...(onceMore ? [name] : []))
  }
  SEALED_FIELDS.forEach((name) => choose(name, true))
  SIGNED_FIELDS.forEach((name) => choose(name, false))
  return { names, fields: chosen }
}

/** Folds between tags and, in `h=`, between names, so that no line is longer than 78 characters (RFC 5322, 2.1.1). */
function signatureField(tags: readonly string[]): string {
  const words = tags.flatMap((tag, index) => {
    const ended = index < tags.length - 1 ? `${tag};` : tag
    return ended.startsWith("h=") ? ended.split(/(?<=:)/) : [ended]
  })
  let text = "DKIM-Signature:"
  let lineLength = text.length
  for (const word of words) {
    const startsTag = word.includes("=")
    const joint = startsTag ? " " : ""
    if (lineLength + joint.length + word.length > 76 || word === "b=") {
      text += `\r\n ${word}`
      lineLength = 1 + word.length
    } else {
      text += joint + word
      lineLength += joint.length + word.length
    }
  }
  return text
}
