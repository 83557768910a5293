import { createPublicKey } from "node:crypto"
import { dkimVerify } from "mailauth/lib/dkim/verify"
import { composeMessage, type MessageParts } from "../../../../src/sender/compose-message"
import { dkimDnsRecord } from "../../../../src/sender/dkim/dns-record"
import { generateDkimKeyPair } from "../../../../src/sender/dkim/key-pair"
import { readDkimPrivateKey, signMessage, type DkimSigner } from "../../../../src/sender/dkim/sign-message"

export const DOMAIN = "shop.example"
export const SELECTOR = "om202607a"

const PARTS: MessageParts = {
  mailId: "01k0exampleexampleexample1",
  from: { name: "Blumenladen Grün", address: `orders@${DOMAIN}` },
  replyTo: `service@${DOMAIN}`,
  to: { name: "Jürgen Weiß", address: "kundin@example.com" },
  subject: "Zahlungsinformationen zu Ihrer Bestellung Nr. 1042 über 49,90 € beim Blumenladen Grün",
  html: `<p>Grüße</p><img src="cid:qr@order-mail">\n\n\n`,
  text: ".Grüße  mit   Leerzeichen \n\tund Tabulator\t\n\n\n\n",
  inlineImages: [{ cid: "qr@order-mail", filename: "qr.png", contentType: "image/png", content: Buffer.alloc(900, 7) }],
  language: "de",
  date: new Date("2026-07-14T09:30:00Z"),
}

/** A mail as the shop composes it. */
export async function composeOrderMail(parts: Partial<MessageParts> = {}): Promise<Buffer> {
  const { bytes } = await composeMessage({ ...PARTS, ...parts }, "a secret of the test", "bounces.shop.example")
  return bytes
}

export interface TestSigner {
  signer: DkimSigner
  /** The text of the key's TXT record. */
  record: string
  sign(message: Buffer): Promise<Buffer>
}

export async function makeSigner(domain = DOMAIN, selector = SELECTOR): Promise<TestSigner> {
  const { privateKey, publicKey } = await generateDkimKeyPair()
  createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" })
  const signer = { domain, selector, privateKey: readDkimPrivateKey(privateKey), signedAt: PARTS.date }
  const record = dkimDnsRecord(selector, domain, publicKey).value
  return { signer, record, sign: (message) => signMessage(message, signer) }
}

/** How mailauth judges the one signature of a message, and which fields it covers. */
export async function verify(message: Buffer, records: Record<string, string>) {
  const { results } = await dkimVerify(message, {
    resolver: (name, type) => {
      const text = type === "TXT" ? records[name] : undefined
      return text === undefined
        ? Promise.reject(Object.assign(new Error(`no ${name}`), { code: "ENOTFOUND" }))
        : Promise.resolve([[text]])
    },
  })
  if (results.length !== 1) throw new Error(`${results.length} signatures`)
  return results[0]
}
