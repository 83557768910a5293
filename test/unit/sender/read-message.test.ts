import { describe, expect, it } from "vitest"
import { readMessage } from "../../../src/sender/read-message"
import { composeMessage } from "../../../src/sender/compose-message"

describe("readMessage", () => {
  it("reads a message back: headers as written and decoded, pictures inside the HTML", async () => {
    const { bytes } = await composeMessage(
      {
        mailId: "om_1",
        from: { name: "Café Müller", address: "orders@lindner.example" },
        replyTo: "orders@lindner.example",
        to: { name: "Jördis Übermäßig-Langername von und zu Straußberg", address: "j@kunde.example" },
        subject: "Grüße und eine sehr lange Betreffzeile, die über eine Zeile hinausgeht – mit Gedankenstrich",
        html: '<img src="cid:qr@order-mail" alt="">',
        text: "ä",
        inlineImages: [
          { cid: "qr@order-mail", filename: "qr.png", contentType: "image/png", content: Buffer.from([1, 2, 3]) },
        ],
        language: "de",
        date: new Date("2026-11-21T12:00:00Z"),
      },
      "a secret that is long enough for a test",
      "lindner.example",
    )
    const { html, text, headers } = await readMessage(bytes)
    expect(html).toContain('src="data:image/png;base64,AQID"')
    expect(text.trim()).toBe("ä")
    const named = Object.fromEntries(headers.map(({ name, value }) => [name, value]))
    expect(named["Message-ID"]).toBe("<om_1@lindner.example>")
    expect(named.Subject).toBe(
      "Grüße und eine sehr lange Betreffzeile, die über eine Zeile hinausgeht – mit Gedankenstrich",
    )
    expect(named.To).toContain("Jördis Übermäßig-Langername von und zu Straußberg")
    expect(named["MIME-Version"]).toBe("1.0")
  })
})
