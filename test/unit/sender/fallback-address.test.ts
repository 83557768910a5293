import { domainToASCII } from "node:url"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fallbackAddress } from "../../../src/sender/fallback-address"
import { readAddrSpec } from "../../../src/sender/addr-spec"

const domain = "platform.example"

describe("fallbackAddress", () => {
  it.each([
    ["lindner@platform.example", "lindner@platform.example"],
    ["Lindner@Platform.Example", "Lindner@platform.example"],
    ["lindner@lindner.example", "kaffeehaus-lindner@platform.example"],
    ["lindner@mail.platform.example", "kaffeehaus-lindner@platform.example"],
    ["jörg@platform.example", "kaffeehaus-lindner@platform.example"],
    ["lindner", "kaffeehaus-lindner@platform.example"],
    [null, "kaffeehaus-lindner@platform.example"],
  ])("takes %j only at the platform's domain", (address, wanted) => {
    expect(fallbackAddress({ domain, address }, "Kaffeehaus Lindner")).toBe(wanted)
  })

  it.each([
    ["Bäckerei Groß & Söhne", "baeckerei-gross-soehne"],
    ["  L'Épicerie d'Émile  ", "l-epicerie-d-emile"],
    ["ACME, Inc.", "acme-inc"],
    ["用户", "shop"],
    ["", "shop"],
    ["Die längste Buchhandlung in ganz Mitteleuropa", "die-laengste-buchhandlung-in-ganz-mittel"],
  ])("makes a local part of the name %j", (name, localPart) => {
    expect(fallbackAddress({ domain, address: null }, name)).toBe(`${localPart}@${domain}`)
  })

  it("is at the platform's domain in A-labels", () => {
    const idn = "versand-für-läden.example"
    expect(fallbackAddress({ domain: idn, address: null }, "Lindner")).toBe("lindner@" + domainToASCII(idn))
    expect(fallbackAddress({ domain: idn, address: `orders@${idn}` }, "Lindner")).toBe("orders@" + domainToASCII(idn))
  })

  it("is always a usable address at the platform's domain", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.emailAddress())
    fc.assert(
      fc.property(fc.option(text), text, (address, name) => {
        expect(readAddrSpec(fallbackAddress({ domain, address }, name))).toMatchObject({ domain, smtputf8: false })
      }),
      { numRuns: 2000 },
    )
  })
})
