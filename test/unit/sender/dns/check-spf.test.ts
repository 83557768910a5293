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

  describe("where nobody named the sending hosts", () => {
    const INCLUDE = "_spf.platform.example"
    const assumed = (changes: Partial<SendingHosts> = {}) =>
      check({ hosts: ["mail.platform.example"], include: null, assumed: true, ...changes })
    // The server that takes our mails, which is none of those that send them on.
    const PLATFORM = {
      "mail.platform.example": { A: ["203.0.113.5"] },
      [INCLUDE]: { TXT: ["v=spf1 ip4:198.51.100.0/24 -all"] },
    }

    it("is content with the very record it advises", async () => {
      server().set(PLATFORM)
      const { record } = await assumed({ include: INCLUDE })
      expect(record?.value).toBe(`v=spf1 include:${INCLUDE} ~all`)
      shopSays(record?.value ?? "")
      expect(await assumed({ include: INCLUDE })).toMatchObject({ status: "ok", reason: "spf-pass", record: null })
    })

    it.each([
      ["directly", [`v=spf1 mx include:${INCLUDE} -all`], "spf-pass"],
      ["in upper case", [`v=spf1 include:${INCLUDE.toUpperCase()} -all`], "spf-pass"],
      ["by a redirection", [`v=spf1 redirect=${INCLUDE}`], "spf-pass"],
      ["through another record", ["v=spf1 include:nested.example -all"], "spf-pass"],
      ["through one that does not pass on", ["v=spf1 include:softening.example -all"], "spf-fail"],
      ["behind its end", [`v=spf1 -all include:${INCLUDE}`], "spf-fail"],
      ["with a refusal", [`v=spf1 -include:${INCLUDE} ~all`], "spf-fail"],
      ["not at all", ["v=spf1 ip4:203.0.113.5 ~all"], "spf-softfail"],
      ["in one of two records", [`v=spf1 include:${INCLUDE} -all`, "v=spf1 -all"], "spf-several-records"],
      ["beside an error", [`v=spf1 include:${INCLUDE} ip5:1 -all`], "spf-invalid"],
    ])("is told when the record names it %s", async (_how, records, reason) => {
      shopSays(...records)
      server().set({
        ...PLATFORM,
        "nested.example": { TXT: [`v=spf1 include:${INCLUDE} -all`] },
        "softening.example": { TXT: [`v=spf1 ~include:${INCLUDE} ?all`] },
      })
      expect(await assumed({ include: INCLUDE })).toMatchObject({ reason, evaluations: [] })
    })

    it("does not trust an included record that is not there, or not answered", async () => {
      shopSays(`v=spf1 include:${INCLUDE} -all`)
      expect(await assumed({ include: INCLUDE })).toMatchObject({ reason: "spf-invalid" })
      server().set({ [INCLUDE]: "servfail" })
      expect(await assumed({ include: INCLUDE })).toMatchObject({ reason: "dns-no-answer" })
    })

    it("asks for the hosts where somebody did name them", async () => {
      server().set(PLATFORM)
      shopSays(`v=spf1 include:${INCLUDE} -all`)
      expect(await assumed({ include: INCLUDE, assumed: false })).toMatchObject({ reason: "spf-fail" })
    })

    it.each(["10.0.0.5", "127.0.0.1", "fd00::5", "172.20.0.3"])(
      "does not know what receivers see of a mail server at %s, and advises nothing of it",
      async (ip) => {
        server().set({ "mail.platform.example": ip.includes(":") ? { AAAA: [ip] } : { A: [ip] } })
        shopSays(`v=spf1 ip4:10.0.0.5 -all`)
        const unknown = { status: "unknown", reason: "sending-hosts-unknown", wanted: null, record: null }
        expect(await assumed()).toMatchObject(unknown)
        expect(await assumed({ hosts: [ip] })).toMatchObject(unknown)
        const judged = { reason: ip === "10.0.0.5" ? "spf-pass" : "spf-fail" }
        expect(await assumed({ allowPrivate: true })).toMatchObject(judged)
        expect(await assumed({ assumed: false })).toMatchObject(judged)
      },
    )

    it("judges by the public address of a mail server that has a private one, too", async () => {
      server().set({ "mail.platform.example": { A: ["10.0.0.5", "9.9.9.9"] } })
      shopSays("v=spf1 ip4:9.9.9.9 -all")
      expect(await assumed()).toMatchObject({ reason: "spf-pass", evaluations: [{ ip: "9.9.9.9" }] })
    })
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
