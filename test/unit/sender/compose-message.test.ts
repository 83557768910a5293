import fc from "fast-check"
import PostalMime from "postal-mime"
import { describe, expect, it } from "vitest"
import { composeMessage, type MessageParts } from "../../../src/sender/compose-message"
import { verifyMailToken } from "../../../src/sender/mail-token"

const SECRET = "a secret that is long enough for a test"

const parts: MessageParts = {
  mailId: "om_01kb0c3v8xj5q9w2e4r6t8y0za",
  from: { name: "Kaffeehaus Lindner", address: "orders@lindner.example" },
  replyTo: "service@lindner.example",
  to: { name: "Anna Müller", address: "anna@kunde.example" },
  subject: "Ihre Bestellung 1042 – Zahlungsinformationen",
  html: '<p>Betrag: 12,90 €</p>\n\n<img src="cid:qr@order-mail" alt="QR">\n',
  text: "Guten Tag\n\nBetrag: 12,90 €\n",
  inlineImages: [
    { cid: "qr@order-mail", filename: "qr.png", contentType: "image/png", content: Buffer.from([1, 2, 3]) },
  ],
  language: "de",
  date: new Date("2026-11-21T12:00:00Z"),
}

async function headersOf(message: Buffer): Promise<Map<string, string[]>> {
  const { headers } = await PostalMime.parse(message)
  const found = new Map<string, string[]>()
  for (const { key, value } of headers) found.set(key, [...(found.get(key) ?? []), value])
  return found
}

describe("composeMessage", () => {
  it("writes the headers of an automatic order mail", async () => {
    const { bytes, messageId, returnPath } = await composeMessage(parts, SECRET, "bounce.lindner.example")
    const headers = await headersOf(bytes)
    expect(headers.get("message-id")).toEqual([messageId])
    expect(messageId).toBe("<om_01kb0c3v8xj5q9w2e4r6t8y0za@lindner.example>")
    expect(headers.get("date")).toEqual(["Sat, 21 Nov 2026 12:00:00 +0000"])
    expect(headers.get("auto-submitted")).toEqual(["auto-generated"])
    expect(headers.get("x-auto-response-suppress")).toEqual(["OOF, AutoReply"])
    expect(headers.get("content-language")).toEqual(["de"])
    expect(headers.has("precedence")).toBe(false)
    expect(headers.has("bcc")).toBe(false)
    expect(verifyMailToken(SECRET, "header", headers.get("x-order-mail-id")![0]!)).toBe(parts.mailId)
    expect(returnPath).toMatch(/^bounces\+[^@]+@bounce\.lindner\.example$/)
    expect(verifyMailToken(SECRET, "return-path", returnPath.slice("bounces+".length, returnPath.indexOf("@")))).toBe(
      parts.mailId,
    )
  })

  it("gives a message that is written anew a Message-ID of its own, and the mail's return path", async () => {
    const first = await composeMessage(parts, SECRET, "bounce.lindner.example")
    const again = await composeMessage({ ...parts, revision: 3 }, SECRET, "bounce.lindner.example")
    expect(again.messageId).toBe(first.messageId.replace("@", ".3@"))
    expect(again.bytes.toString()).toContain(`Message-ID: ${again.messageId}`)
    expect(again.returnPath).toBe(first.returnPath)
  })

  it("marks a test mail, and nothing that comes back of it names a real mail", async () => {
    const { bytes, returnPath } = await composeMessage({ ...parts, testMail: true }, SECRET, "lindner.example")
    const headers = await headersOf(bytes)
    expect(headers.get("x-order-mail-test")).toEqual(["yes"])
    const tokens = {
      header: headers.get("x-order-mail-id")![0]!,
      "return-path": returnPath.slice("bounces+".length, returnPath.indexOf("@")),
    } as const
    for (const purpose of ["header", "return-path"] as const) {
      expect(verifyMailToken(SECRET, purpose, tokens[purpose])).toBeNull()
      expect(verifyMailToken(SECRET, `test-${purpose}`, tokens[purpose])).toBe(parts.mailId)
    }
    expect(
      (await headersOf((await composeMessage(parts, SECRET, "lindner.example")).bytes)).has("x-order-mail-test"),
    ).toBe(false)
  })

  it("puts the text part before the HTML part and the picture beside it", async () => {
    const { bytes } = await composeMessage(parts, SECRET, "lindner.example")
    const message = bytes.toString()
    expect(message.indexOf("text/plain")).toBeLessThan(message.indexOf("text/html"))
    const email = await PostalMime.parse(bytes)
    expect(email.subject).toBe(parts.subject)
    expect(email.text).toContain("12,90 €")
    expect(email.html).toContain("12,90 €")
    expect(email.attachments).toMatchObject([
      { contentId: "<qr@order-mail>", mimeType: "image/png", disposition: "inline" },
    ])
  })

  it("has CRLF line ends only, none longer than 998 octets", async () => {
    const { bytes } = await composeMessage({ ...parts, text: "x".repeat(5000) }, SECRET, "lindner.example")
    expect(bytes.toString("latin1").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
    for (const line of bytes.toString("latin1").split("\r\n")) expect(line.length).toBeLessThanOrEqual(998)
  })

  it("writes a recipient's name as the mail itself does: no mark that turns it around, and cut where it is endless", async () => {
    const name = `Anna \u202Erekcah ${"x".repeat(100)}`
    const { bytes } = await composeMessage({ ...parts, to: { ...parts.to, name } }, SECRET, "lindner.example")
    const { to } = await PostalMime.parse(bytes)
    expect(to).toEqual([{ address: parts.to.address, name: `Anna rekcah ${"x".repeat(62)}…` }])
  })

  it("lets nothing a customer typed add a header or a recipient", async () => {
    const plain = await composeMessage(parts, SECRET, "lindner.example")
    const names = [...(await headersOf(plain.bytes)).keys()].sort()
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.constantFrom(
            "Eve\r\nBcc: evil@evil.example",
            'Eve" <evil@evil.example>, "',
            "Eve\r\n\r\n<script>",
            "=?utf-8?q?=0ABcc:x?=",
            "{{constructor}} 😀\u2028X: y",
          ),
        ),
        async (typed) => {
          const { bytes } = await composeMessage(
            { ...parts, to: { ...parts.to, name: typed }, subject: typed },
            SECRET,
            "lindner.example",
          )
          const email = await PostalMime.parse(bytes)
          // An empty subject is left out; nothing else may be missing, and nothing may be added.
          const found = new Set([...email.headers.map(({ key }) => key), "subject"])
          expect([...found].sort()).toEqual(names)
          expect(email.headers.length).toBeLessThanOrEqual(names.length)
          expect(email.to?.map(({ address }) => address)).toEqual(["anna@kunde.example"])
        },
      ),
      { numRuns: 150 },
    )
  }, 30_000)
})
