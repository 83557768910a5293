import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkSpf } from "../../../../src/sender/dns/check-spf"
import type { SendingHosts } from "../../../../src/sender/dns/sending-hosts"
import { useDnsServer } from "./test-resolver"

const { server, resolver } = useDnsServer()

const OUR_IP = "192.0.2.25"
const BY_IP: SendingHosts = { hosts: [OUR_IP], include: null }
const check = (sending = BY_IP) => checkSpf("shop.example", sending, resolver())
const shopSays = (...texts: string[]) => server().set({ "shop.example": { TXT: texts } })

describe("checkSpf", () => {
  it.each([
    ["the address", "v=spf1 ip4:192.0.2.25 -all", {}],
    ["its network", "v=spf1 ip4:192.0.2.0/24 -all", {}],
    ["the name of the host", "v=spf1 a:mail.platform.example -all", { "mail.platform.example": { A: [OUR_IP] } }],
    ["the domain's own address", "v=spf1 a ~all", { "shop.example": { TXT: ["v=spf1 a ~all"], A: [OUR_IP] } }],
    [
      "the domain's mail servers",
      "v=spf1 mx ~all",
      {
        "shop.example": { TXT: ["v=spf1 mx ~all"], MX: [{ exchange: "mx.shop.example", priority: 5 }] },
        "mx.shop.example": { A: [OUR_IP] },
      },
    ],
    [
      "another domain's record",
      "v=spf1 include:_spf.platform.example -all",
      { "_spf.platform.example": { TXT: ["v=spf1 ip4:192.0.2.25 -all"] } },
    ],
    [
      "a redirection",
      "v=spf1 redirect=_spf.platform.example",
      { "_spf.platform.example": { TXT: ["v=spf1 ip4:192.0.2.25 -all"] } },
    ],
    ["a macro", "v=spf1 exists:%{i}.spf.shop.example -all", { "192.0.2.25.spf.shop.example": { A: ["127.0.0.2"] } }],
  ])("passes by %s", async (_how, record, zones) => {
    shopSays("some-verification=1", record)
    server().set(zones)
    expect(await check()).toMatchObject({
      status: "ok",
      reason: "spf-pass",
      found: [record],
      record: null,
      evaluations: [{ host: OUR_IP, ip: OUR_IP, result: "pass" }],
    })
  })

  it("checks IPv6 addresses", async () => {
    shopSays("v=spf1 ip6:2001:db8::/32 -all")
    const sending = { hosts: ["2001:db8::25"], include: null }
    expect(await check(sending)).toMatchObject({ status: "ok" })
    shopSays("v=spf1 ip6:2001:db9::/32 -all")
    expect(await check(sending)).toMatchObject({
      reason: "spf-fail",
      record: { value: "v=spf1 ip6:2001:db8::25 ip6:2001:db9::/32 -all" },
    })
  })

  it.each([
    ["refuses us", ["v=spf1 ip4:198.51.100.1 -all"], "spf-fail"],
    ["half refuses us", ["v=spf1 ip4:198.51.100.1 ~all"], "spf-softfail"],
    ["does not care", ["v=spf1 ?all"], "spf-neutral"],
    ["ends without a word about us", ["v=spf1 ip4:198.51.100.1"], "spf-neutral"],
    [
      "has two records, although one permits us",
      ["v=spf1 ip4:192.0.2.25 -all", "v=spf1 mx -all"],
      "spf-several-records",
    ],
    ["has an unknown mechanism", ["v=spf1 ip5:192.0.2.25 -all"], "spf-invalid"],
    ["has a broken address", ["v=spf1 ip4:192.0.2 -all"], "spf-invalid"],
    ["includes a domain without SPF", ["v=spf1 include:nobody.example -all"], "spf-invalid"],
    ["includes itself", ["v=spf1 include:shop.example -all"], "spf-too-many-lookups"],
    [
      "asks for eleven look-ups",
      [`v=spf1 ${Array.from({ length: 11 }, (_, n) => `a:h${n}.hosts.example`).join(" ")} ip4:192.0.2.25 -all`],
      "spf-too-many-lookups",
    ],
    [
      "asks for three names that do not exist",
      ["v=spf1 a:x.example a:y.example a:z.example -all"],
      "spf-too-many-lookups",
    ],
  ])("says no when the record %s", async (_what, records, reason) => {
    shopSays(...records)
    server().set(
      Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`h${n}.hosts.example`, { A: ["203.0.113.9"] }])),
    )
    const result = await check()
    expect(result).toMatchObject({ status: "wrong", reason, found: records })
    expect(result.record?.name).toBe("shop.example")
    expect(result.record?.value).toContain("v=spf1 ip4:192.0.2.25 ")
  })

  it.each([
    ["with other texts", { "shop.example": { TXT: ["verification=1", "v=spf10 -all", "V=DKIM1"] } }],
    ["without texts", { "shop.example": { A: ["192.0.2.1"] } }],
    ["that does not exist", {}],
  ])("finds nothing at a domain %s", async (_what, zones) => {
    server().set(zones)
    expect(await check()).toMatchObject({
      status: "missing",
      reason: "spf-missing",
      found: [],
      wanted: "v=spf1 ip4:192.0.2.25 ~all",
      record: { type: "TXT", name: "shop.example", value: "v=spf1 ip4:192.0.2.25 ~all" },
    })
  })

  it.each([
    ["the record itself", { "shop.example": "servfail" }],
    ["an included record", { "_spf.other.example": "servfail" }],
    ["an included record, with a timeout", { "_spf.other.example": "silent" }],
    ["an included record, refused", { "_spf.other.example": "refused" }],
  ] as const)("knows nothing when nobody answers for %s", async (_what, zones) => {
    shopSays("v=spf1 include:_spf.other.example -all")
    server().set(zones)
    expect(await check()).toMatchObject({ status: "unknown", reason: "dns-no-answer", record: null })
  })

  it("knows nothing when a redirection is not answered", async () => {
    shopSays("v=spf1 redirect=_spf.other.example")
    server().set({ "_spf.other.example": "servfail" })
    expect(await check()).toMatchObject({ status: "unknown", reason: "dns-no-answer" })
  })

  it("asks for every address of every host, and one refused is a no", async () => {
    server().set({
      "mail.platform.example": { A: ["192.0.2.25", "192.0.2.26"], AAAA: ["2001:db8::25"] },
      "shop.example": { TXT: ["v=spf1 ip4:192.0.2.0/24 -all"] },
    })
    const sending = { hosts: ["mail.platform.example", "192.0.2.99"], include: null }
    expect(await check(sending)).toMatchObject({
      status: "wrong",
      reason: "spf-fail",
      record: { value: "v=spf1 a:mail.platform.example ip4:192.0.2.99 ip4:192.0.2.0/24 -all" },
      evaluations: [
        { host: "mail.platform.example", ip: "192.0.2.25", result: "pass" },
        { host: "mail.platform.example", ip: "192.0.2.26", result: "pass" },
        { host: "mail.platform.example", ip: "2001:db8::25", result: "fail" },
        { host: "192.0.2.99", ip: "192.0.2.99", result: "pass" },
      ],
    })
  })

  it("does not hold it against the domain when our own hosts cannot be found", async () => {
    shopSays("v=spf1 -all")
    expect(await check({ hosts: [], include: null })).toMatchObject({
      status: "unknown",
      reason: "sending-hosts-unknown",
      wanted: null,
    })
    expect(await check({ hosts: ["nobody.example"], include: null })).toMatchObject({
      status: "unknown",
      reason: "sending-hosts-unknown",
    })
    server().set({ "mail.platform.example": "servfail" })
    expect(await check({ hosts: ["mail.platform.example"], include: null })).toMatchObject({ reason: "dns-no-answer" })
  })

  it("advises to include the platform's record where there is one", async () => {
    shopSays("v=spf1 mx ~all")
    expect(await check({ hosts: [OUR_IP], include: "_spf.platform.example" })).toMatchObject({
      record: { value: "v=spf1 include:_spf.platform.example mx ~all" },
    })
  })

  it("advises a record that passes and keeps what was permitted, whatever was there", { timeout: 60_000 }, async () => {
    const term = fc.constantFrom(
      "mx",
      "a",
      "-ip4:192.0.2.99",
      "ip4:198.51.100.7",
      "include:other.example",
      "ip5:nonsense",
      "redirect=other.example",
      "exp=why.example",
    )
    const record = fc
      .tuple(fc.array(term, { maxLength: 5 }), fc.constantFrom("-all", "~all", "?all", ""))
      .map(([terms, all]) => ["v=spf1", ...terms, all].join(" ").trim())
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 3 }), async (records) => {
        server().clear()
        server().set({ "other.example": { TXT: ["v=spf1 ip4:198.51.100.8 -all"] } })
        shopSays(...records)
        const before = await check()
        if (before.status === "ok") return
        const advised = before.record?.value ?? ""
        shopSays(advised)
        expect(await check()).toMatchObject({ status: "ok" })
        for (const kept of ["mx", "ip4:198.51.100.7", "include:other.example"]) {
          if (records.join(" ").includes(kept)) expect(advised).toContain(kept)
        }
        expect(advised).not.toContain("ip5:")
      }),
      { numRuns: 100 },
    )
  })
})
