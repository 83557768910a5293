import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { signMailToken, verifyMailToken } from "../../../src/sender/mail-token"

const SECRET = "a secret that is long enough for a test"
const MAIL = "om_01kb0c3v8xj5q9w2e4r6t8y0za"

describe("mail tokens", () => {
  it("come back to the mail they were made for", () => {
    expect(verifyMailToken(SECRET, "return-path", signMailToken(SECRET, "return-path", MAIL))).toBe(MAIL)
  })

  it("survive a server that folds case", () => {
    expect(verifyMailToken(SECRET, "return-path", signMailToken(SECRET, "return-path", MAIL).toUpperCase())).toBe(MAIL)
  })

  it("fit with their prefix into a local part of RFC 5321", () => {
    expect(`bounces+${signMailToken(SECRET, "return-path", MAIL)}`.length).toBeLessThanOrEqual(64)
  })

  it("are not taken for another purpose, mail or secret", () => {
    const token = signMailToken(SECRET, "return-path", MAIL)
    expect(verifyMailToken(SECRET, "header", token)).toBeNull()
    expect(verifyMailToken("another secret of enough length", "return-path", token)).toBeNull()
    expect(verifyMailToken(SECRET, "return-path", token.replace("om_01kb", "om_01kc"))).toBeNull()
  })

  it("are not guessed from arbitrary text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(verifyMailToken(SECRET, "header", text)).toBeNull()
      }),
    )
  })
})
