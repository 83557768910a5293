import { describe, expect, it } from "vitest"
import { checkDmarc, type Authentication } from "../../../../src/sender/dns/check-dmarc"
import type { CheckStatus } from "../../../../src/sender/dns/check-result"
import { useDnsServer } from "./test-resolver"

const { server, resolver } = useDnsServer()

/** Results of the checks before this one; only their status and reason matter here. */
function authentication(dkim: CheckStatus, spf: CheckStatus, returnPathDomain: string): Authentication {
  const none = { found: [], wanted: null, record: null }
  return {
    dkim: { ...none, check: "dkim", status: dkim, reason: dkim === "ok" ? "dkim-published" : "dkim-missing" },
    spf: { ...none, check: "spf", status: spf, reason: spf === "ok" ? "spf-pass" : "spf-fail", evaluations: [] },
    returnPathDomain,
  }
}
const GOOD = authentication("ok", "ok", "bounces.platform.example")
const check = (domain: string, ours = GOOD) => checkDmarc(domain, ours, resolver())

describe("checkDmarc", () => {
  it("finds the domain's own record, its policy and modes", async () => {
    const text = "v=DMARC1; p=Quarantine; sp=reject; adkim=s; aspf=s; rua=mailto:d@shop.example"
    server().set({ "_dmarc.shop.example": { TXT: ["verification=1", text] } })
    expect(await check("shop.example")).toEqual({
      check: "dmarc",
      status: "ok",
      reason: "dmarc-aligned",
      found: [text],
      wanted: null,
      record: null,
      policy: "quarantine",
      adkim: "strict",
      aspf: "strict",
      published_at: "shop.example",
      aligned_by: ["dkim"],
    })
  })

  it.each([
    ["its policy for subdomains", "v=DMARC1; p=reject; sp=none", "none"],
    ["its policy when it has none for subdomains", "v=DMARC1; p=reject", "reject"],
  ])("falls back to the organizational domain and %s", async (_what, text, policy) => {
    server().set({ "_dmarc.shop.co.uk": { TXT: [text] } })
    expect(await check("mail.orders.shop.co.uk")).toMatchObject({ status: "ok", policy, published_at: "shop.co.uk" })
  })

  it("prefers a subdomain's own record", async () => {
    server().set({
      "_dmarc.shop.example": { TXT: ["v=DMARC1; p=reject"] },
      "_dmarc.mail.shop.example": { TXT: ["v=DMARC1; p=none"] },
    })
    expect(await check("mail.shop.example")).toMatchObject({ policy: "none", published_at: "mail.shop.example" })
  })

  it.each([
    ["SPF of the same organization", "relaxed", authentication("wrong", "ok", "bounces.shop.example"), ["spf"]],
    ["SPF of the same domain", "strict", authentication("wrong", "ok", "shop.example"), ["spf"]],
    ["both", "relaxed", authentication("ok", "ok", "bounces.shop.example"), ["dkim", "spf"]],
  ])("aligns by %s", async (_how, mode, ours, alignedBy) => {
    server().set({ "_dmarc.shop.example": { TXT: [`v=DMARC1; p=reject; aspf=${mode[0]}`] } })
    expect(await check("shop.example", ours)).toMatchObject({ status: "ok", aligned_by: alignedBy })
  })

  it.each([
    ["neither passes", "r", authentication("missing", "wrong", "shop.example")],
    ["SPF passes for another organization", "r", authentication("missing", "ok", "bounces.platform.example")],
    ["strict SPF passes for a subdomain", "s", authentication("missing", "ok", "bounces.shop.example")],
  ])("says that mails would not align when %s", async (_what, aspf, ours) => {
    server().set({ "_dmarc.shop.example": { TXT: [`v=DMARC1; p=reject; aspf=${aspf}`] } })
    expect(await check("shop.example", ours)).toMatchObject({
      status: "wrong",
      reason: "dmarc-not-aligned",
      policy: "reject",
      aligned_by: [],
    })
  })

  it.each([
    ["DKIM was not answered", authentication("unknown", "wrong", "shop.example")],
    ["aligned SPF was not answered", authentication("wrong", "unknown", "shop.example")],
  ])("does not know about alignment when %s", async (_what, ours) => {
    server().set({ "_dmarc.shop.example": { TXT: ["v=DMARC1; p=reject"] } })
    expect(await check("shop.example", ours)).toMatchObject({ status: "unknown", reason: "dns-no-answer" })
  })

  it("leaves it to the relay where the relay signs, unless SPF aligns", async () => {
    server().set({ "_dmarc.shop.example": { TXT: ["v=DMARC1; p=reject"] } })
    const relay = (returnPathDomain: string): Authentication => {
      const { dkim, ...rest } = authentication("unknown", "ok", returnPathDomain)
      return { ...rest, dkim: { ...dkim, reason: "dkim-relay-signs" } }
    }
    expect(await check("shop.example", relay("bounces.platform.example"))).toMatchObject({
      status: "unknown",
      reason: "dmarc-depends-on-relay",
    })
    expect(await check("shop.example", relay("shop.example"))).toMatchObject({ status: "ok", aligned_by: ["spf"] })
  })

  it("gives the record to copy when there is none", async () => {
    expect(await check("mail.shop.example")).toMatchObject({
      status: "missing",
      reason: "dmarc-missing",
      policy: null,
      wanted: "v=DMARC1; p=none",
      record: { type: "TXT", name: "_dmarc.shop.example", value: "v=DMARC1; p=none" },
      aligned_by: ["dkim"],
    })
    expect(server().queries.map(({ name }) => name)).toEqual(["_dmarc.mail.shop.example", "_dmarc.shop.example"])
  })

  it.each([
    ["two records", ["v=DMARC1; p=none", "v=DMARC1; p=reject"], "dmarc-several-records"],
    ["no policy", ["v=DMARC1; rua=mailto:d@shop.example"], "dmarc-invalid"],
    ["an unknown policy", ["v=DMARC1; p=block"], "dmarc-invalid"],
    ["what is no list of tags", ["v=DMARC1 p=none"], "dmarc-invalid"],
  ])("is not content with %s", async (_what, texts, reason) => {
    server().set({ "_dmarc.shop.example": { TXT: texts } })
    expect(await check("shop.example")).toMatchObject({ status: "wrong", reason, found: texts, policy: null })
  })

  it("knows nothing when nobody answers, also for the organizational domain", async () => {
    server().set({ "_dmarc.shop.example": "servfail" })
    expect(await check("shop.example")).toMatchObject({ status: "unknown", reason: "dns-no-answer", record: null })
    expect(await check("mail.shop.example")).toMatchObject({ status: "unknown", reason: "dns-no-answer" })
  })
})
