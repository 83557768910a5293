import { describe, expect, it } from "vitest"
import { parseOptions, type OrderMailOptions } from "../../../src/modules/order-mail/options"

const valid: OrderMailOptions = {
  secret: "0123456789abcdef0123456789abcdef",
  shop: { name: "Kaffeehaus Lindner" },
  sender: { address: "orders@lindner.example" },
  bankTransfer: { accountHolder: "Lindner GmbH", iban: "de89 3704 0044 0532 0130 00" },
}

function messageFor(options: unknown): string {
  try {
    parseOptions(options)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error("these options were accepted")
}

describe("parseOptions", () => {
  it("fills in the defaults and normalises the IBAN", () => {
    const options = parseOptions(valid)
    expect(options.bankTransfer).toMatchObject({
      iban: "DE89370400440532013000",
      providers: ["pp_system_default"],
      payableWithinDays: 7,
    })
    expect(options.delivery).toMatchObject({
      retrySeconds: [60, 300, 900, 3600, 14400, 43200],
      giveUpAfterSeconds: 172_800,
    })
    expect(options.shop).toMatchObject({ language: "de", germanAddress: "formal", timeZone: "Europe/Berlin" })
    expect(options.smtp).toBeUndefined()
  })

  it("takes domains beyond ASCII, which are sent in A-labels", () => {
    const { sender, fallback } = parseOptions({
      ...valid,
      sender: { address: " laden@bücher.example " },
      fallback: { domain: "versand-für-läden.example" },
    })
    expect([sender.address, fallback?.domain]).toEqual(["laden@bücher.example", "versand-für-läden.example"])
  })

  it("has the domain of return addresses in A-labels", () => {
    expect(parseOptions({ ...valid, returnPathDomain: "rückläufer.lindner.example" }).returnPathDomain).toBe(
      "xn--rcklufer-3za0v.lindner.example",
    )
  })

  it("overlooks what Medusa adds to a module's options", () => {
    expect(() => parseOptions({ ...valid, database: { clientUrl: "postgres://x" } })).not.toThrow()
  })

  it.each([
    ["no options at all", undefined, ["secret: got nothing", "shop: got nothing", "bankTransfer: got nothing"]],
    [
      "a short secret",
      { ...valid, secret: "short" },
      ["secret: got a value that is not shown; takes at least 32 characters"],
    ],
    [
      "a wrong sender",
      { ...valid, sender: { address: "orders" } },
      ['sender.address: got "orders"; takes one e-mail address'],
    ],
    [
      "two senders",
      { ...valid, sender: { address: "a@x.example, b@x.example" } },
      ["sender.address: got", "takes one e-mail address"],
    ],
    [
      "a sender that no mail can come from",
      { ...valid, sender: { address: "bücher@lindner.example" } },
      ['sender.address: got "bücher@lindner.example"; takes one e-mail address, in ASCII before the @'],
    ],
    ["a sender without a domain", { ...valid, sender: { address: "orders@localhost" } }, ["sender.address: got"]],
    ["a fallback without a domain name", { ...valid, fallback: { domain: "localhost" } }, ["fallback.domain: got"]],
    [
      "a mistyped IBAN",
      { ...valid, bankTransfer: { ...valid.bankTransfer, iban: "DE89370400440532013001" } },
      ["bankTransfer.iban: got", "wrong check digits"],
    ],
    [
      "a wrong BIC",
      { ...valid, bankTransfer: { ...valid.bankTransfer, bic: "COBA" } },
      ['bankTransfer.bic: got "COBA"', "8 or 11"],
    ],
    ["an unknown option", { ...valid, sennder: {} }, ["sennder: is not an option of this plugin"]],
    ["an unknown nested option", { ...valid, smtp: { hots: "x" } }, ["smtp.hots: is not an option of this plugin"]],
    ["neither url nor host", { ...valid, smtp: {} }, ["smtp: got {}; takes either url or host"]],
    ["url and host", { ...valid, smtp: { url: "smtp://x", host: "x" } }, ["takes either url or host"]],
    ["a user without password", { ...valid, smtp: { host: "x", user: "u" } }, ["takes user and password together"]],
    ["a port out of range", { ...valid, smtp: { host: "x", port: 70000 } }, ["smtp.port: got 70000"]],
    [
      "a wrong time zone",
      { ...valid, shop: { name: "x", timeZone: "Berlin" } },
      ['shop.timeZone: got "Berlin"; takes an IANA time zone'],
    ],
    [
      "an unknown language",
      { ...valid, shop: { name: "x", language: "xx" } },
      ['shop.language: got "xx"', '"de"|"en"|"fr"|"it"|"es"|"nl"|"pl"'],
    ],
    [
      "an unknown address form",
      { ...valid, shop: { name: "x", germanAddress: "du" } },
      ['shop.germanAddress: got "du"', '"formal"|"informal"'],
    ],
    ["a file as shop address", { ...valid, shop: { name: "x", url: "file:///etc/passwd" } }, ["shop.url: got"]],
    ["seconds below zero", { ...valid, delivery: { pollSeconds: -1 } }, ["delivery.pollSeconds: got -1"]],
  ])("stops the boot for %s and names option, value and what it takes", (_, options, parts) => {
    const message = messageFor(options)
    expect(message).toContain("medusa-order-mail: wrong options in medusa-config")
    for (const part of parts) expect(message).toContain(part)
  })

  it("never shows a secret in its message", () => {
    const message = messageFor({
      ...valid,
      secret: "hunter2",
      smtp: { url: "http://user:hunter3@mail.example", user: "u", password: 4 },
    })
    expect(message).not.toMatch(/hunter/)
    expect(message).toContain("smtp.url: got a value that is not shown")
  })

  it.each([
    [
      "a password without user",
      { host: "mail.example", password: "hunter2" },
      'got {"host":"mail.example","password":"…"}',
    ],
    ["url and host", { host: "mail.example", url: "smtp://u:hunter2@mail.example" }, '"url":"…"'],
    ["the URL in place of the group", "smtp://u:hunter2@mail.example", "smtp: got a value that is not shown"],
  ])("shows no secret that stands within what is wrong: %s", (_, smtp, part) => {
    const message = messageFor({ ...valid, smtp })
    expect(message).not.toMatch(/hunter/)
    expect(message).toContain(part)
  })

  it.each([
    ["a key that stands there without its id", ["hunter2"]],
    ["a key that is a number", [{ id: "k1", key: 4711 }]],
    ["one key in place of a list", "hunter2"],
    ["a misspelt field", [{ id: "k1", keys: "hunter2" }]],
  ])("shows no encryption key: %s", (_, encryptionKeys) => {
    const message = messageFor({ ...valid, encryptionKeys })
    expect(message).toContain("encryptionKeys")
    expect(message).not.toMatch(/hunter|4711/)
  })

  it("shows a wrong shop address, which is no secret", () => {
    expect(messageFor({ ...valid, shop: { name: "x", url: "lindner" } })).toContain('shop.url: got "lindner"')
  })

  it.each(["smtp://", "smtp://user:pass#word@mail.example", "smtp://mail.example:99999"])(
    "stops the boot for an SMTP URL that cannot be read: %s",
    (url) => expect(messageFor({ ...valid, smtp: { url } })).toContain("percent-encoded"),
  )

  it.each(["Europe/Berlin", "UTC", "Asia/Kolkata", "Europe/Kyiv"])("takes the IANA time zone %s", (timeZone) => {
    expect(parseOptions({ ...valid, shop: { name: "x", timeZone } }).shop.timeZone).toBe(timeZone)
  })

  it("leaves port and TLS open where they are not given, because one follows from the other", () => {
    expect(parseOptions({ ...valid, smtp: { host: "mail.example", port: 465 } }).smtp).not.toHaveProperty("secure")
    expect(parseOptions({ ...valid, smtp: { host: "mail.example", secure: true } }).smtp).not.toHaveProperty("port")
  })
})
