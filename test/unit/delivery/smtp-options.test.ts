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
})
