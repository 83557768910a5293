import { describe, expect, it } from "vitest"
import { resolveSmtpOptions } from "../../../src/delivery/smtp-options"

describe("resolveSmtpOptions", () => {
  it.each([
    ["neither", {}, { port: 587, secure: false }],
    ["port 465", { port: 465 }, { port: 465, secure: true }],
    ["another port", { port: 2525 }, { port: 2525, secure: false }],
    ["secure", { secure: true }, { port: 465, secure: true }],
    ["both", { port: 8465, secure: true }, { port: 8465, secure: true }],
  ])("takes what is missing of port and TLS from the other: %s given", (_, given, resolved) => {
    // As the plugin's options hand them over: what was not set is there and undefined.
    const options = { host: "mail.example", port: undefined, secure: undefined, ...given }
    expect(resolveSmtpOptions(options).pool).toMatchObject(resolved)
  })

  const auth = { user: "shop", pass: "secret" }
  it.each([
    ["a password for another machine", { host: "mail.example", auth }, true],
    ["the same in a URL", { url: "smtp://shop:secret@mail.example:587" }, true],
    [
      "the same, where the URL says that no TLS will do",
      { url: "smtp://shop:secret@mail.example?requireTLS=false" },
      false,
    ],
    ["the same, where the option says that no TLS will do", { host: "mail.example", auth, requireTLS: false }, false],
    ["a name that begins as this machine's", { host: "localhost.example", auth }, true],
    ["a password for this machine", { host: "localhost", auth }, false],
    ["a password for this machine's address", { host: "127.0.0.1", auth }, false],
    ["a password for this machine's IPv6 address", { url: "smtp://shop:secret@[::1]:2525" }, false],
    ["no password", { host: "mail.example" }, false],
    ["no password and TLS asked for", { host: "mail.example", requireTLS: true }, true],
  ])("sends no password over the network without TLS unless told to: %s", (_, options, requireTLS) => {
    expect(resolveSmtpOptions(options).pool.requireTLS).toBe(requireTLS)
  })
})
