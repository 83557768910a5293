import { generateKeyPairSync } from "node:crypto"
import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { readDkimPrivateKey, signMessage } from "../../../../src/sender/dkim/sign-message"
import { composeOrderMail, DOMAIN, makeSigner, SELECTOR, verify, type TestSigner } from "./signed-message"

const NAME = `${SELECTOR}._domainkey.${DOMAIN}`

let shop: TestSigner
let mail: Buffer
let signed: Buffer
let field: string

beforeAll(async () => {
  shop = await makeSigner()
  mail = await composeOrderMail()
  signed = await shop.sign(mail)
  field = /^(?:.|\r\n )*\r\n/.exec(signed.toString("latin1"))?.[0] ?? ""
})

const judge = (message: Buffer) => verify(message, { [NAME]: shop.record })
const edit = (from: string | RegExp, to: string) => Buffer.from(signed.toString("latin1").replace(from, to), "latin1")

/** The tags of the DKIM-Signature field. */
function tags(message: Buffer): Map<string, string> {
  const field = /^DKIM-Signature:((?:.|\r\n[ \t])*)/.exec(message.toString("latin1"))?.[1] ?? ""
  const pairs = field.replace(/\s+/g, "").split(";")
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]))
}

describe("a signed mail", () => {
  it("passes with mailauth, aligned with its From", async () => {
    expect(await judge(signed)).toMatchObject({
      signingDomain: DOMAIN,
      selector: SELECTOR,
      algo: "rsa-sha256",
      format: "relaxed/relaxed",
      status: { result: "pass", aligned: DOMAIN },
    })
  })

  it("is the same mail with one field in front, in the line ends it is sent with", () => {
    expect(signed.subarray(field.length).toString("latin1")).toBe(mail.toString("latin1").replace(/\r?\n/g, "\r\n"))
    expect(field).toMatch(/^DKIM-Signature:(.|\r\n )*\r\n$/)
  })

  it("is signed the same each time, so that a mail composed again is the same mail", async () => {
    expect((await shop.sign(mail)).equals(signed)).toBe(true)
  })

  it("covers what a customer sees and what finds the mail again, and the whole body", () => {
    const found = tags(signed)
    const fields = (found.get("h") ?? "").toLowerCase().split(":")
    for (const name of ["from", "reply-to", "subject", "date", "to", "message-id", "mime-version", "content-type"]) {
      expect(fields.filter((field) => field === name)).toHaveLength(2)
    }
    expect(fields).toEqual(expect.arrayContaining(["auto-submitted", "x-order-mail-id", "content-language"]))
    expect([...found.keys()]).toEqual(["v", "a", "c", "d", "s", "t", "h", "bh", "b"])
    expect(found.get("t")).toBe("1784021400")
  })

  it("has no line longer than a mail may have", () => {
    expect(Math.max(...field.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(78)
  })

  it.each([
    ["a letter of the subject", /^Subject: =\?/m, "Subject: x=?"],
    ["the last octets of the body", /\r\n--(?=[^\r]*--\r\n$)/, "AAAA\r\n--"],
    ["the recipient", "kundin@example.com", "anderer@example.com"],
    ["the correlation header", /^X-Order-Mail-ID: /m, "X-Order-Mail-ID: x"],
  ])("fails when %s is changed", async (_, from, to) => {
    const changed = edit(from, to)
    expect(changed.equals(signed)).toBe(false)
    expect((await judge(changed))?.status.result).not.toBe("pass")
  })

  it.each([
    "From: <bank@evil.example>",
    "Reply-To: <evil@evil.example>",
    "Subject: Neue IBAN",
    "Cc: <evil@evil.example>",
  ])("fails when %j is added", async (field) => {
    const added = Buffer.concat([Buffer.from(`${field}\r\n`), signed])
    expect((await judge(added))?.status.result).not.toBe("pass")
  })

  it("still passes after a server on the way has refolded, spaced and added trace fields", async () => {
    const received = edit(/^Subject: /m, "Subject:\r\n \t ")
    const traced = Buffer.concat([Buffer.from("Received: from a by b; Tue, 14 Jul 2026 11:30:01 +0200\r\n"), received])
    const trailing = Buffer.concat([traced, Buffer.from(" \r\n\r\n\t\r\n")])
    expect((await judge(trailing))?.status).toMatchObject({ result: "pass" })
  })

  it("fails against another key", async () => {
    const other = await makeSigner()
    expect((await verify(signed, { [NAME]: other.record }))?.status.result).toBe("fail")
  })
})

describe("any message", () => {
  const word = fc.string({ unit: fc.constantFrom("a", " ", "\t", ":", ";", "=", "ü", "€", ".", "\r\n", "\r\n ") })
  const value = word.map((text) => text.replace(/\r\n(?! )/g, "").replace(/(\r\n )+\s*$/g, "") + "x")

  it("passes once it is signed, whatever its fields and body look like", async () => {
    await fc.assert(
      fc.asyncProperty(value, value, word, async (from, subject, body) => {
        const header = `From:${from}@${DOMAIN}\r\nSUBJECT:${subject}\r\nReceived: a\r\nX-Other : b\r\n`
        const bytes = Buffer.from(`${header}\r\n${body}`, "utf8")
        expect((await judge(await shop.sign(bytes)))?.status).toMatchObject({ result: "pass" })
      }),
      { numRuns: 150 },
    )
  }, 30_000)

  it("with fields that occur several times passes", async () => {
    const bytes = Buffer.from(`From: <a@${DOMAIN}>\r\nReferences: <1@x>\r\nTo: a\r\nReferences: <2@x>\r\n\r\nhi`)
    expect((await judge(await shop.sign(bytes)))?.status.result).toBe("pass")
  })

  it.each(["", "\r\n", " \r\n\r\n", "x", "x\r\n\r\n"])("with the body %j passes", async (body) => {
    const bytes = Buffer.from(`From: <a@${DOMAIN}>\r\n\r\n${body}`)
    expect((await judge(await shop.sign(bytes)))?.status.result).toBe("pass")
  })

  it.each([
    ["without an empty line", `From: <a@${DOMAIN}>\r\n`, /empty line/],
    ["without a From", "To: <a@shop.example>\r\n\r\nhi", /has a From/],
  ])("%s is refused", async (_, text, words) => {
    await expect(shop.sign(Buffer.from(text))).rejects.toThrow(words)
  })
})

describe("line ends", () => {
  it.each([
    ["a bare line feed", "hi\nyou"],
    ["a bare carriage return", "hi\ryou"],
    ["both the wrong way round", "hi\n\ryou"],
  ])("that are %s are signed as they will arrive", async (_, body) => {
    const bytes = await shop.sign(Buffer.from(`From: <a@${DOMAIN}>\nTo: a\n\n${body}`))
    expect(bytes.toString()).not.toMatch(/\r(?!\n)|(?<!\r)\n/)
    expect((await judge(bytes))?.status.result).toBe("pass")
  })
})

describe("the signer", () => {
  it("signs for an internationalized domain in A-labels", async () => {
    const german = await makeSigner("blumen-grün.example")
    const bytes = await german.sign(await composeOrderMail())
    expect(tags(bytes).get("d")).toBe("xn--blumen-grn-ieb.example")
    const result = await verify(bytes, { [`${SELECTOR}._domainkey.xn--blumen-grn-ieb.example`]: german.record })
    expect(result?.status.result).toBe("pass")
  })

  it("signs for no domain that is none", async () => {
    await expect(signMessage(mail, { ...shop.signer, domain: "a b" })).rejects.toThrow(/a b/)
  })

  it("refuses a key that is not RSA, or none, without showing it", () => {
    const { privateKey } = generateKeyPairSync("ed25519")
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString()
    expect(() => readDkimPrivateKey(pem)).toThrow(/not an RSA key/)
    expect(() => readDkimPrivateKey("geheim")).toThrow(/^(?!.*geheim).*not an RSA key/)
  })
})
