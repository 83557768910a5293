/**
 * Our reading of SPF against that of a verifier that others wrote: pyspf (Debian packages `python3-spf` and
 * `python3-dnspython`), which asks the same DNS server on loopback.
 */
import fc from "fast-check"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { evaluateSpf } from "../../src/sender/dns/evaluate-spf"
import type { Zones } from "../helpers/dns-server"
import { useDnsServer } from "../unit/sender/dns/test-resolver"
import { Pyspf } from "./pyspf"
import { IPV4, IPV6, OTHER_DOMAINS, OWN_RECORDS, RECORD } from "./spf-zones"

const DOMAIN = "shop.example"
const PATIENCE_MS = 400

const { server, resolver } = useDnsServer()
let pyspf: Pyspf

beforeAll(() => {
  pyspf = new Pyspf(server().address, PATIENCE_MS)
})
beforeEach(() => server().set(OTHER_DOMAINS))
afterAll(() => pyspf.stop())

/** Both verdicts, in the words of RFC 7208: which limit was exceeded is more than pyspf tells. */
async function judge(ip = IPV4) {
  const result = await evaluateSpf(DOMAIN, ip, resolver())
  const theirs = await pyspf.check(DOMAIN, ip)
  return { ours: result === "too-many-lookups" ? "permerror" : result, pyspf: theirs.result }
}

const shopSays = (...texts: string[]) => server().set({ [DOMAIN]: { TXT: texts } })
const both = (result: string) => ({ ours: result, pyspf: result })
const times = (count: number, term: (n: number) => string) => Array.from({ length: count }, (_, n) => term(n)).join(" ")

describe("SPF, by us and by pyspf", () => {
  it.each([
    ["pass", "v=spf1 ip4:192.0.2.25 -all"],
    ["pass", "v=spf1 ip4:192.0.2.0/24 -all"],
    ["pass", "V=SPF1  IP4:192.0.2.25   -ALL "],
    ["pass", "v=spf1 a:us.example -all"],
    ["pass", "v=spf1 a:us.example. -all"],
    ["pass", "v=spf1 a:alias.example -all"],
    ["pass", "v=spf1 mx:mx-us.example -all"],
    ["pass", "v=spf1 include:spf-us.example -all"],
    ["pass", "v=spf1 include:spf-alias.example -all"],
    ["pass", "v=spf1 include:spf-to-us.example -all"],
    ["pass", "v=spf1 redirect=spf-us.example"],
    ["pass", "v=spf1 exists:%{ir}.spf-macro.example -all"],
    ["pass", "v=spf1 include:spf-macro.example -all"],
    ["pass", "v=spf1 include:spf-own.example -all"],
    ["pass", "v=spf1 ptr:us.example -all"],
    ["pass", "v=spf1 unknown=modifier ip4:192.0.2.25 -all"],
    ["fail", "v=spf1 -all"],
    ["fail", "v=spf1 -ip4:192.0.2.25 +all"],
    ["fail", "v=spf1 include:spf-none.example include:spf-soft.example -all"],
    ["fail", "v=spf1 ip6:2001:db8::25 -all"],
    ["fail", "v=spf1 a:us6.example -all"],
    ["fail", "v=spf1 mx:mx-null.example -all"],
    ["fail", "v=spf1 -a:down6.example +all"],
    ["softfail", "v=spf1 ~all"],
    ["softfail", "v=spf1 redirect=spf-us.example ~all"],
    ["softfail", "v=spf1 redirect=spf-soft.example"],
    ["neutral", "v=spf1 ?all"],
    ["neutral", "v=spf1"],
    ["neutral", "v=spf1 a:other.example exp=nothing.example"],
    ["none", "some-verification=1"],
    ["none", "v=spf10 -all"],
    ["none", " v=spf1 +all"],
    ["none", "spf2.0/pra +all"],
    ["permerror", "v=spf1 ip4:192.0.2.25 moo -all"],
    ["permerror", "v=spf1 ip4:192.0.2.25 ip4:192.0.2 -all"],
    ["permerror", "v=spf1 ip4:192.0.2.25 a:us.example/33 -all"],
    ["permerror", "v=spf1 ip4:192.0.2.25 exists:%{q}.example -all"],
    ["permerror", "v=spf1 ip4:192.0.2.25 redirect=a.example redirect=b.example"],
    ["permerror", "v=spf1 a:localhost -all"],
    ["permerror", "v=spf1 include:gone.example -all"],
    ["permerror", "v=spf1 include:nothing.example -all"],
    ["permerror", "v=spf1 include:spf-broken.example -all"],
    ["permerror", "v=spf1 include:spf-twice.example -all"],
    ["permerror", "v=spf1 include:shop.example -all"],
    ["permerror", "v=spf1 include:spf-loop.example -all"],
    ["permerror", "v=spf1 redirect=gone.example"],
    ["permerror", "v=spf1 redirect=shop.example"],
    ["permerror", `v=spf1 ${times(11, () => "a:other.example")} ip4:192.0.2.25 -all`],
    ["permerror", `v=spf1 ${times(10, () => "a:other.example")} include:spf-us.example -all`],
    ["permerror", "v=spf1 a:gone.example a:gone2.example a:gone3.example ip4:192.0.2.25 -all"],
    ["permerror", "v=spf1 a:us6.example mx:nothing.example a:gone.example ip4:192.0.2.25 -all"],
    ["temperror", "v=spf1 include:down.example ip4:192.0.2.25 -all"],
    ["temperror", "v=spf1 a:down.example ip4:192.0.2.25 -all"],
    ["temperror", "v=spf1 mx:down.example ip4:192.0.2.25 -all"],
    ["temperror", "v=spf1 redirect=down.example"],
  ])("is %s for %s", async (expected, record) => {
    shopSays(record)
    expect(await judge()).toEqual(both(expected))
  })

  it.each([
    ["pass", "within the limits", `v=spf1 ${times(10, () => "a:other.example")} ip4:192.0.2.25 -all`, IPV4],
    ["pass", "with two void look-ups", "v=spf1 a:gone.example a:gone2.example ip4:192.0.2.25 -all", IPV4],
    ["pass", "over IPv6", "v=spf1 ip6:2001:db8::/32 -all", IPV6],
    ["pass", "over IPv6 by name", "v=spf1 a:us6.example -all", IPV6],
    ["pass", "of an IPv4 address in IPv6", "v=spf1 ip4:192.0.2.25 -all", `::ffff:${IPV4}`],
    ["fail", "over IPv6 by IPv4", "v=spf1 ip4:0.0.0.0/0 a:us4.example -all", IPV6],
    ["temperror", "over IPv6, which is not answered", "v=spf1 -a:down6.example +all", IPV6],
  ])("is %s %s", async (expected, _, record, ip) => {
    shopSays(record)
    expect(await judge(ip)).toEqual(both(expected))
  })

  it.each<[string, string, Zones]>([
    ["permerror", "of several records", { [DOMAIN]: { TXT: ["v=spf1 +all", "v=spf1 -all"] } }],
    ["pass", "of one record in several strings", { [DOMAIN]: { TXT: [`v=spf1 ${" ".repeat(300)}+all`] } }],
    ["pass", "by the domain's own address", { [DOMAIN]: { TXT: ["v=spf1 a -all"], A: [IPV4] } }],
    ["pass", "by the network of its address", { [DOMAIN]: { TXT: ["v=spf1 a/24 -all"], A: ["192.0.2.1"] } }],
    ["none", "of a domain that does not exist", {}],
    ["none", "of a domain without texts", { [DOMAIN]: { A: [IPV4] } }],
    ["temperror", "of a domain that is not answered", { [DOMAIN]: "servfail" }],
    ["temperror", "of a domain that is refused", { [DOMAIN]: "refused" }],
    ["temperror", "of a domain whose server is silent", { [DOMAIN]: "silent" }],
    [
      "temperror",
      "where an included domain's server is silent",
      { [DOMAIN]: { TXT: ["v=spf1 include:silent.example +all"] }, "silent.example": "silent" },
    ],
    [
      "permerror",
      "of eleven mail exchangers",
      {
        [DOMAIN]: {
          TXT: ["v=spf1 mx -all"],
          MX: Array.from({ length: 11 }, (_, priority) => ({ exchange: "us.example", priority })),
        },
      },
    ],
  ])("is %s %s", async (expected, _, zones) => {
    server().set(zones)
    expect(await judge()).toEqual(both(expected))
  })

  it("differs on a record that permits before it includes itself: RFC 7208 stops at the first match (4.6.2)", async () => {
    shopSays("v=spf1 ip4:192.0.2.25 include:shop.example -all")
    expect(await judge()).toEqual({ ours: "pass", pyspf: "permerror" })
  })

  it("is the same for records made up at random", { timeout: 120_000 }, async () => {
    const results = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(RECORD, OWN_RECORDS, fc.constantFrom(IPV4, IPV4, IPV6), async (record, own, ip) => {
        server().set({ [DOMAIN]: { ...own, TXT: [record] } })
        const verdicts = await judge(ip)
        results.set(verdicts.ours, (results.get(verdicts.ours) ?? 0) + 1)
        expect(verdicts).toEqual(both(verdicts.pyspf))
      }),
      { numRuns: 1000 },
    )
    expect([...results.keys()].sort()).toEqual(["fail", "neutral", "pass", "permerror", "softfail", "temperror"])
  })
})
