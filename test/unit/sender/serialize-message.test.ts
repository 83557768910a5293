import fc from "fast-check"
import MailComposer from "nodemailer/lib/mail-composer"
import type { SendMailOptions } from "nodemailer/lib/mailer"
import { Readable } from "node:stream"
import { describe, expect, it } from "vitest"
import { serializeMessage } from "../../../src/sender/serialize-message"

const HEADERS = {
  from: "shop@example.com",
  to: "customer@example.org",
  messageId: "<1@example.com>",
  date: new Date(0),
}

/** Boundaries are made once a message, so both ways of writing it must give the same bytes. */
async function expectSameBytes(parts: SendMailOptions): Promise<void> {
  const message = new MailComposer({ ...HEADERS, ...parts }).compile()
  const ours = serializeMessage(message)
  expect(ours.toString("latin1")).toBe((await message.build()).toString("latin1"))
}

const texts = fc.oneof(
  fc.string({ maxLength: 2_000 }),
  fc.string({ unit: "grapheme", maxLength: 2_000 }),
  fc
    .array(fc.constantFrom("a", "=", " ", "\t", "\r\n", "\n", "ü", "€", "😀", ".", "word "), { maxLength: 600 })
    .map((s) => s.join("")),
)

describe("serializeMessage", () => {
  it("gives the bytes nodemailer's own build() gives: text, HTML and an inline image", async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, fc.uint8Array({ maxLength: 3_000 }), async (text, html, image) => {
        await expectSameBytes({
          subject: "Zahlungsinformationen",
          text: `${text}x`,
          html: `${html}x`,
          textEncoding: "quoted-printable",
          attachments: [
            { cid: "qr@order-mail", filename: "qr.png", contentType: "image/png", content: Buffer.from(image) },
          ],
        })
      }),
      { numRuns: 200 },
    )
  })

  it.each<[string, SendMailOptions]>([
    ["a text alone", { text: "Guten Tag\r\n" }],
    ["a text that ends without a line break", { text: "Guten Tag" }],
    ["a text in ASCII, sent as it is", { text: "short lines\r\n" }],
    ["text and HTML", { text: "ü", html: "<p>ü</p>" }],
    ["base64", { text: "ü".repeat(500), textEncoding: "base64" }],
    ["an attachment", { text: "x", attachments: [{ filename: "Rechnung.pdf", content: Buffer.alloc(5_000, 7) }] }],
    ["an empty attachment", { text: "x", attachments: [{ filename: "nothing.bin", content: Buffer.alloc(0) }] }],
  ])("and for %s", async (_name, parts) => {
    await expectSameBytes(parts)
  })

  it("refuses a part that would have to be fetched", () => {
    const message = new MailComposer({ ...HEADERS, text: Readable.from(["x"]) }).compile()
    expect(() => serializeMessage(message)).toThrow(/neither text nor bytes/)
  })
})
