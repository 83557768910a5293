import { describe, expect, it } from "vitest"
import { readSmtpInput, smtpOptionsOf } from "../../../src/modules/order-mail/settings/smtp-input"

const STORED = {
  host: "mail.lindner.example",
  port: 587,
  tls: "starttls",
  user: "shop",
  password: "altes-geheimnis",
} as const

const open = ({ password }: { password: string | null }) => password

describe("a mail server as it is typed", () => {
  it.each([
    [
      "host and nothing else",
      { host: " Mail.Lindner.Example " },
      { host: "mail.lindner.example", port: 587, tls: "starttls", user: null, password: null },
    ],
    [
      "port 465",
      { host: "m.example", port: 465 },
      { host: "m.example", port: 465, tls: "implicit", user: null, password: null },
    ],
    [
      "TLS from the first byte without a port",
      { host: "m.example", tls: "implicit" as const },
      { host: "m.example", port: 465, tls: "implicit", user: null, password: null },
    ],
    [
      "a login",
      { host: "m.example", user: "u", password: "p" },
      { host: "m.example", port: 587, tls: "starttls", user: "u", password: "p" },
    ],
    [
      "a URL",
      { url: "smtp://u%40x.example:p%2Fw@m.example:2525" },
      { host: "m.example", port: 2525, tls: "starttls", user: "u@x.example", password: "p/w" },
    ],
    [
      "a URL with TLS",
      { url: "smtps://u:p@m.example" },
      { host: "m.example", port: 465, tls: "implicit", user: "u", password: "p" },
    ],
    [
      "a URL whose query would lead elsewhere",
      { url: "smtp://m.example:587?proxy=socks5://10.0.0.1&tls.rejectUnauthorized=false" },
      { host: "m.example", port: 587, tls: "starttls", user: null, password: null },
    ],
  ])("%s", (_, typed, expected) => {
    expect(readSmtpInput(typed, null, open)).toEqual(expected)
  })

  it("keeps the stored password for the same host and user, whatever else changes", () => {
    expect(readSmtpInput({ host: "mail.lindner.example", port: 465, user: "shop" }, STORED, open)).toMatchObject({
      port: 465,
      password: "altes-geheimnis",
    })
  })

  it.each([
    ["another host", { host: "mail.boese.example", user: "shop" }, "smtp.password: type it again"],
    ["another user", { host: "mail.lindner.example", user: "admin" }, "smtp.password: type it again"],
    ["a URL to another host", { url: "smtp://shop@mail.boese.example" }, "smtp.password: type it again"],
    [
      "no TLS any more",
      { host: "mail.lindner.example", user: "shop", tls: "opportunistic" as const },
      "smtp.password: type it again; it may now be sent without encryption",
    ],
  ])("hands the stored password to nobody else: %s", (_, typed, message) => {
    expect(() => readSmtpInput(typed, STORED, open)).toThrow(message)
  })

  it("replaces a stored password that cannot be opened any more", () => {
    const broken = () => {
      throw new Error("tampered")
    }
    expect(
      readSmtpInput({ host: "mail.lindner.example", user: "shop", password: "neu" }, STORED, broken),
    ).toMatchObject({
      password: "neu",
    })
  })

  it.each([
    ["no host", { port: 587 }, null, "smtp.host: is missing"],
    ["a user without password", { host: "m.example", user: "u" }, null, "smtp.password: is missing"],
    ["another scheme", { url: "http://m.example" }, null, "smtp.url: takes smtp://"],
    ["no URL at all", { url: "smtp://a b" }, null, "smtp.url: takes smtp://"],
  ])("is refused with the field's name: %s", (_, typed, stored, message) => {
    expect(() => readSmtpInput(typed, stored, open)).toThrow(message)
  })

  it.each([
    ["implicit", { secure: true, requireTLS: false }],
    ["starttls", { secure: false, requireTLS: true }],
    ["opportunistic", { secure: false, requireTLS: false }],
  ] as const)("connects with TLS as set: %s", (tls, expected) => {
    expect(smtpOptionsOf({ ...STORED, tls })).toMatchObject(expected)
  })
})
