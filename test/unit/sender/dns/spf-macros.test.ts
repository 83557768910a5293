import { describe, expect, it } from "vitest"
import { expandDomain, isDomainSpec } from "../../../../src/sender/dns/spf-macros"

/** The example of RFC 7208, 7.4. */
const VALUES = {
  sender: "strong-bad@email.example.com",
  domain: "email.example.com",
  ip: "192.0.2.3",
  ipVersion: "in-addr",
  helo: "mail.example.com",
} as const
const IPV6 = {
  ...VALUES,
  ip: "2.0.0.1.0.d.b.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.c.b.0.1",
  ipVersion: "ip6",
} as const

describe("expandDomain", () => {
  it.each([
    ["%{s}", "strong-bad@email.example.com"],
    ["%{o}", "email.example.com"],
    ["%{d}", "email.example.com"],
    ["%{d4}", "email.example.com"],
    ["%{d3}", "email.example.com"],
    ["%{d2}", "example.com"],
    ["%{d1}", "com"],
    ["%{dr}", "com.example.email"],
    ["%{d2r}", "example.email"],
    ["%{l}", "strong-bad"],
    ["%{l-}", "strong.bad"],
    ["%{lr}", "strong-bad"],
    ["%{lr-}", "bad.strong"],
    ["%{l1r-}", "strong"],
    ["%{S}", "strong-bad%40email.example.com"],
    ["%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"],
    ["%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"],
    ["%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"],
    ["%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"],
    ["%{p}.example", "host.example.org.example"],
    ["%{h}.a%%b%_c%-.example.", "mail.example.com.a%b c%20.example"],
  ])("makes %s into %s", async (spec, name) => {
    expect(await expandDomain(spec, VALUES, () => Promise.resolve("host.example.org"))).toBe(name)
  })

  it("writes IPv6 digit by digit", async () => {
    const name = "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com"
    expect(await expandDomain("%{ir}.%{v}._spf.%{d2}", IPV6, () => Promise.resolve(""))).toBe(name)
  })

  it("takes labels from the left off a name that is too long", async () => {
    const long = `${"a".repeat(60)}.`.repeat(5)
    const name = await expandDomain(`${long}%{d}`, VALUES, () => Promise.resolve(""))
    expect(name).toBe(`${`${"a".repeat(60)}.`.repeat(3)}email.example.com`)
  })
})

describe("isDomainSpec", () => {
  it.each(["shop.example", "shop.example.", "_spf.%{d}", "%{ir}.%{l1r+-}._spf.%{d2}", "a.b-c", "%%.x1", "a/b.example"])(
    "takes %s",
    (text) => expect(isDomainSpec(text)).toBe(true),
  )
  it.each([
    "",
    "localhost",
    "192.0.2.1",
    "a.-b",
    "a.b-",
    "%(d)",
    "%{d",
    "%{d0}",
    "%{c}",
    "%{q}",
    "a b.example",
    "ü.de",
  ])("refuses %s", (text) => expect(isDomainSpec(text)).toBe(false))
  it("refuses a long text of a hostile domain in no time", { timeout: 1000 }, () => {
    for (const piece of ["a", "a.", "%{", "%{d}"]) expect(isDomainSpec(`x.${piece.repeat(50_000)}!`)).toBe(false)
  })
})
