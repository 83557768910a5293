import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isFreemail, isMailProvider } from "../../../src/sender/freemail"
import { COMMON_PROVIDERS, OTHER_PROVIDERS } from "../../../src/sender/mail-providers"

describe("isFreemail", () => {
  it.each([
    "gmail.com",
    "googlemail.com",
    "gmx.de",
    "gmx.net",
    "gmx.ch",
    "gmx.eu",
    "web.de",
    "t-online.de",
    "freenet.de",
    "posteo.de",
    "mailbox.org",
    "arcor.de",
    "vodafone.de",
    "outlook.com",
    "hotmail.co.uk",
    "yahoo.co.jp",
    "icloud.com",
    "proton.me",
    "bluewin.ch",
    "aon.at",
    "mailinator.com",
    "trash-mail.com",
    ...COMMON_PROVIDERS,
    ...OTHER_PROVIDERS,
  ])("knows %s", (domain) => {
    expect(isFreemail(domain)).toBe(true)
  })

  it.each(["mail.gmx.de", "a.b.gmail.com", "GMX.de", "shop.mailinator.com", "hotmail.com.br"])(
    "is not misled by %s",
    (domain) => {
      expect(isFreemail(domain)).toBe(true)
    },
  )

  it.each([
    "lindner.example",
    "lindner.de",
    "shop.co.uk",
    "gmx.de.lindner.example",
    "mygmail.com",
    "web.de.com",
    "lindner.myshopify.com",
    "co.uk",
    "de",
    "xn--bcher-kva.de",
  ])("leaves %s alone", (domain) => {
    expect(isFreemail(domain)).toBe(false)
  })

  it("holds for every subdomain", () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMON_PROVIDERS), fc.domain(), (provider, prefix) => {
        expect(isFreemail(`${prefix}.${provider}`)).toBe(true)
      }),
    )
  })
})

describe("isMailProvider", () => {
  it("knows lasting mailboxes only", () => {
    expect(isMailProvider("web.de")).toBe(true)
    expect(isMailProvider("mailinator.com")).toBe(false)
  })
})
