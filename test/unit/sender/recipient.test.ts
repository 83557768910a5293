import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { composeMessage } from "../../../src/sender/compose-message"
import { readMessage } from "../../../src/sender/read-message"
import { readRecipient } from "../../../src/sender/recipient"

/** An address whose whole length, with angle brackets, is `octets`. */
const addressOf = (octets: number) => {
  const localPart = "a".repeat(64)
  const rest = octets - localPart.length - "<@>.example".length
  return `${localPart}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(rest - 122)}.example`
}

describe("readRecipient", () => {
  it.each([
    ["anna@shop.example", "anna@shop.example"],
    ["  anna@shop.example ", "anna@shop.example"],
    ["Anna@Shop.Example", "Anna@Shop.Example"],
    ["anna+order@mail.shop.example", "anna+order@mail.shop.example"],
    ["o'neil@shop.example", "o'neil@shop.example"],
    ["a!#$%&*+/=?^_`{|}~-.z@shop.example", "a!#$%&*+/=?^_`{|}~-.z@shop.example"],
    ["anna@1und1.example", "anna@1und1.example"],
    ["anna@web.d", "anna@web.d"],
    ["jörg@bücher.example", "jörg@bücher.example"],
    [`"anna b"@shop.example`, `"anna b"@shop.example`],
    [`"anna@home"@shop.example`, `"anna@home"@shop.example`],
    [`"a, b; c"@shop.example`, `"a, b; c"@shop.example`],
    [String.raw`"a\"b\\c"@shop.example`, String.raw`"a\"b\\c"@shop.example`],
    [`${"a".repeat(64)}@shop.example`, `${"a".repeat(64)}@shop.example`],
    [addressOf(256), addressOf(256)],
  ])("takes %j", (field, address) => {
    expect(readRecipient(field)).toMatchObject({ usable: true, address })
  })

  it.each([
    [null, "recipient-missing"],
    [undefined, "recipient-missing"],
    ["", "recipient-missing"],
    ["   ", "recipient-missing"],
    ["anna", "recipient-invalid"],
    ["anna@", "recipient-invalid"],
    ["@shop.example", "recipient-invalid"],
    ["anna@shop", "recipient-invalid"],
    ["anna@shop..example", "recipient-invalid"],
    ["anna@.shop.example", "recipient-invalid"],
    ["anna@shop.example.", "recipient-invalid"],
    ["anna@-shop.example", "recipient-invalid"],
    ["anna@shop_.example", "recipient-invalid"],
    ["anna@shop.e2", "recipient-invalid"],
    ["anna@192.0.2.1", "recipient-invalid"],
    ["anna@１９２.０.２.１", "recipient-invalid"],
    ["anna@[192.0.2.1]", "recipient-invalid"],
    ["anna@bücher.example/evil", "recipient-invalid"],
    ["anna@bücher%2eexample.example", "recipient-invalid"],
    ["anna@xn--a.example", "recipient-invalid"],
    [".anna@shop.example", "recipient-invalid"],
    ["anna.@shop.example", "recipient-invalid"],
    ["an..na@shop.example", "recipient-invalid"],
    ["an na@shop.example", "recipient-invalid"],
    ["an\u00a0na@shop.example", "recipient-invalid"],
    ["anna\u202e@shop.example", "recipient-invalid"],
    ["anna\u200b@shop.example", "recipient-invalid"],
    ["anna@evil.example@shop.example", "recipient-invalid"],
    [`""@shop.example`, "recipient-invalid"],
    [`"anna@shop.example`, "recipient-invalid"],
    [`"an"na"@shop.example`, "recipient-invalid"],
    [`"anna\\"@shop.example`, "recipient-invalid"],
    [`"<evil@evil.example>"@shop.example`, "recipient-invalid"],
    [`"anna\r\nBcc: evil@evil.example"@shop.example`, "recipient-invalid"],
    [`"anna\\\r\n"@shop.example`, "recipient-invalid"],
    [`"jörg"@shop.example`, "recipient-invalid"],
    ["anna@shop.example\r\nBcc: evil@evil.example", "recipient-invalid"],
    ["Anna <anna@shop.example>", "recipient-invalid"],
    [`${"a".repeat(65)}@shop.example`, "recipient-invalid"],
    [`${"ö".repeat(33)}@shop.example`, "recipient-invalid"],
    [addressOf(257), "recipient-invalid"],
    [`anna@${"a".repeat(64)}.example`, "recipient-invalid"],
    ['"a\r\nBcc: evil@evil.example\r\nX: "@shop.example', "recipient-invalid"],
    ["anna@shop.example, evil@evil.example", "recipient-several"],
    ["anna@shop.example; evil@evil.example", "recipient-several"],
    ["anna@shop.example evil@evil.example", "recipient-invalid"],
    ["Anna <anna@shop.example>, Eve <evil@evil.example>", "recipient-several"],
  ])("refuses %j as %s", (field, reason) => {
    expect(readRecipient(field)).toEqual({ usable: false, reason })
  })

  it.each([
    ["Anna@Shop.Example", "Anna@shop.example", "shop.example", false],
    ["anna@Bücher.example", "anna@xn--bcher-kva.example", "xn--bcher-kva.example", false],
    ["anna@xn--bcher-kva.example", "anna@xn--bcher-kva.example", "xn--bcher-kva.example", false],
    ["anna@straße.example", "anna@xn--strae-oqa.example", "xn--strae-oqa.example", false],
    ["anna@shop。example", "anna@shop.example", "shop.example", false],
    ["jörg@bücher.example", "jörg@xn--bcher-kva.example", "xn--bcher-kva.example", true],
    ["用户@例子.广告", "用户@xn--fsqu00a.xn--4rr70v", "xn--fsqu00a.xn--4rr70v", true],
    [`"anna b"@shop.example`, `"anna b"@shop.example`, "shop.example", false],
  ])("gives %j to the envelope as %j", (field, envelope, domain, smtputf8) => {
    expect(readRecipient(field)).toMatchObject({ usable: true, envelope, domain, smtputf8 })
  })

  it("composes what was typed in two ways into one", () => {
    expect(readRecipient("jo\u0308rg@shop.example")).toEqual(readRecipient("j\u00f6rg@shop.example"))
  })

  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.emailAddress(),
    fc
      .tuple(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom("", '"', '\\"'))
      .map(([text, quote]) => `"${text}${quote}"@shop.example`),
    fc.tuple(fc.string({ unit: "grapheme", maxLength: 12 }), fc.domain()).map(([text, domain]) => `${text}@${domain}`),
    fc.string({ unit: "binary", maxLength: 12 }).map((text) => `anna@${text}.example`),
  )

  it("never takes anything that could end a header or name a second mailbox", () => {
    fc.assert(
      fc.property(typed, (field) => {
        const reading = readRecipient(field)
        if (!reading.usable) return
        expect(reading.address).not.toMatch(/[\p{Cc}\u2028\u2029<>]/u)
        const unquoted = reading.envelope.replace(/^"(?:[^"\\]|\\.)*"(?=@)/, "quoted")
        expect(unquoted).toMatch(/^[^\s,;"@]+@[a-z0-9.-]+$/)
        expect(reading.domain).toBe(unquoted.split("@")[1])
      }),
      { numRuns: 3000 },
    )
  })

  it("reads what it gives to the envelope as the same mailbox", () => {
    fc.assert(
      fc.property(typed, (field) => {
        const reading = readRecipient(field)
        if (!reading.usable) return
        expect(readRecipient(reading.envelope)).toEqual({ ...reading, address: reading.envelope })
      }),
      { numRuns: 3000 },
    )
  })

  it.each([`"a, b; c"@shop.example`, `"anna@home"@shop.example`, String.raw`"a\"b"@shop.example`])(
    "is one recipient in the header: %s",
    async (field) => {
      const { bytes } = await composeMessage(
        {
          mailId: "omail01",
          from: { name: "Shop", address: "orders@shop.example" },
          replyTo: "orders@shop.example",
          to: { name: "Anna", address: field },
          subject: "Hello",
          html: "<p>Hello</p>",
          text: "Hello",
          inlineImages: [],
          language: "en",
          date: new Date(0),
        },
        "secret",
        "shop.example",
      )
      const { headers } = await readMessage(bytes)
      expect(headers.find(({ name }) => name === "To")?.value).toBe(`Anna <${field}>`)
    },
  )
})
