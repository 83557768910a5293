import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isMailProvider } from "../../../src/sender/freemail"
import { COMMON_PROVIDERS } from "../../../src/sender/mail-providers"
import { suggestDomain } from "../../../src/sender/mistyped-domain"

describe("suggestDomain", () => {
  it.each([
    ["htmail.com", "hotmail.com"],
    ["hotmial.com", "hotmail.com"],
    ["hotmail.con", "hotmail.com"],
    ["hotmai.com", "hotmail.com"],
    ["hotnail.com", "hotmail.com"],
    ["htmail.con", "hotmail.com"],
    ["otmail.com", "hotmail.com"],
    ["hotmail.d", "hotmail.de"],
    ["gmial.com", "gmail.com"],
    ["gamil.com", "gmail.com"],
    ["gmai.com", "gmail.com"],
    ["gmal.com", "gmail.com"],
    ["gnail.com", "gmail.com"],
    ["gmaill.com", "gmail.com"],
    ["gmaol.com", "gmail.com"],
    ["gmsil.com", "gmail.com"],
    ["gmail.co", "gmail.com"],
    ["gmail.cm", "gmail.com"],
    ["gmail.con", "gmail.com"],
    ["gmail.comm", "gmail.com"],
    ["gmail.c", "gmail.com"],
    ["gmail.de", "gmail.com"],
    ["gmial.co", "gmail.com"],
    ["googlmail.com", "googlemail.com"],
    ["googelmail.com", "googlemail.com"],
    ["goglemail.com", "googlemail.com"],
    ["web.d", "web.de"],
    ["web.dee", "web.de"],
    ["web.ed", "web.de"],
    ["webb.de", "web.de"],
    ["wbe.de", "web.de"],
    ["gmx.d", "gmx.de"],
    ["gxm.de", "gmx.de"],
    ["gmxx.de", "gmx.de"],
    ["gmx.ne", "gmx.net"],
    ["gmx.nett", "gmx.net"],
    ["tonline.de", "t-online.de"],
    ["t-onlin.de", "t-online.de"],
    ["t-onlien.de", "t-online.de"],
    ["t-online.d", "t-online.de"],
    ["t-online.com", "t-online.de"],
    ["t_online.de", "t-online.de"],
    ["freent.de", "freenet.de"],
    ["fremail.de", null],
    ["outlok.de", "outlook.de"],
    ["outllok.com", "outlook.com"],
    ["outlock.com", "outlook.com"],
    ["yahooo.com", "yahoo.com"],
    ["yaho.de", "yahoo.de"],
    ["yahoo.couk", "yahoo.co.uk"],
    ["iclou.com", "icloud.com"],
    ["icloud.de", "icloud.com"],
    ["psoteo.de", "posteo.de"],
    ["mailbox.ogr", "mailbox.org"],
    ["bluwin.ch", "bluewin.ch"],
  ])("takes %s for %s", (given, meant) => {
    expect(suggestDomain(given)).toBe(meant)
  })

  it.each([
    // companies whose names are near to a provider's
    "aon.com",
    "msc.com",
    "sap.com",
    "sky.com",
    "cloud.com",
    "amx.de",
    "gmz.de",
    "wet.de",
    "webs.de",
    "wb.de",
    "web.dk",
    "web.com",
    "gmx.shop",
    "accor.de",
    "gmtil.com",
    "gm8il.com",
    "live.shop",
    "five.de",
    "me.de",
    "mac.de",
    "outwork.com",
    "hotel.de",
    "freenet.be",
    "online.shop",
    "bmw.de",
    "lindner.example",
    "uni-bonn.de",
    "mail.lindner.de",
    "gmail.lindner.de",
    "xn--bcher-kva.de",
    // unknown endings of other names
    "lindner.d",
    "web",
    "com",
    "",
  ])("leaves %j alone", (domain) => {
    expect(suggestDomain(domain)).toBeNull()
  })

  it("never doubts a known provider", () => {
    for (const provider of [
      ...COMMON_PROVIDERS,
      "email.com",
      "ymail.com",
      "love.com",
      "live.nl",
      "hotmail.es",
      "gmx.fr",
    ]) {
      expect([provider, suggestDomain(provider)]).toEqual([provider, null])
      expect([provider, suggestDomain(`mail.${provider}`)]).toEqual([provider, null])
    }
  })

  it("finds two swapped letters in every provider's name", () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMON_PROVIDERS), fc.nat(), (provider, position) => {
        const name = provider.slice(0, provider.indexOf("."))
        const at = position % (name.length - 1)
        const swapped = [name.slice(0, at), name[at + 1], name[at], name.slice(at + 2)].join("")
        const given = swapped + provider.slice(name.length)
        fc.pre(!isMailProvider(given))
        expect(suggestDomain(given)).toBe(provider)
      }),
      { numRuns: 2000 },
    )
  })

  it("finds a missing letter in every longer name", () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMON_PROVIDERS), fc.nat(), (provider, position) => {
        const name = provider.slice(0, provider.indexOf("."))
        fc.pre(name.length > 4)
        const at = 1 + (position % (name.length - 1))
        const given = name.slice(0, at) + provider.slice(at + 1)
        fc.pre(!isMailProvider(given))
        // "oonline.de" may be o2online.de and online.de.
        expect(COMMON_PROVIDERS).toContain(suggestDomain(given))
      }),
      { numRuns: 2000 },
    )
  })

  it("suggests nothing but another, common provider, whatever is typed", () => {
    const typed = fc.oneof(
      fc.domain(),
      fc.string(),
      fc
        .tuple(fc.constantFrom(...COMMON_PROVIDERS), fc.nat(15), fc.nat(2), fc.string({ maxLength: 2 }))
        .map(([provider, at, cut, text]) => provider.slice(0, at) + text + provider.slice(at + cut)),
    )
    fc.assert(
      fc.property(typed, (domain) => {
        const suggestion = suggestDomain(domain)
        if (suggestion === null) return
        expect(COMMON_PROVIDERS).toContain(suggestion)
        expect(suggestion).not.toBe(domain)
        expect(suggestDomain(suggestion)).toBeNull()
        expect(Math.abs(suggestion.length - domain.length)).toBeLessThanOrEqual(3)
      }),
      { numRuns: 3000 },
    )
  })
})
