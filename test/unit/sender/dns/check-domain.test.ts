import { describe, expect, it } from "vitest"
import { checkDomain, type DomainToCheck } from "../../../../src/sender/dns/check-domain"
import { nextStanding } from "../../../../src/sender/domain-standing"
import { decideSenderIdentity } from "../../../../src/sender/identity"
import type { Zones } from "../../../helpers/dns-server"
import { OTHER_KEY, OUR_KEY } from "./dkim-keys"
import { useDnsServer } from "./test-resolver"

const { server, resolver } = useDnsServer()

const NOW = new Date("2026-11-21T12:00:00Z")
const OUR_IP = "192.0.2.25"
const shop: DomainToCheck = {
  domain: "lindner.example",
  dkim: { mode: "own-key", selector: "om202611a", publicKey: OUR_KEY.spki },
  returnPathDomain: "bounces.platform.example",
  sending: { hosts: ["mail.platform.example"], include: null },
}
const DKIM_NAME = "om202611a._domainkey.lindner.example"
const PLATFORM: Zones = {
  "mail.platform.example": { A: [OUR_IP] },
  "bounces.platform.example": { TXT: [`v=spf1 ip4:${OUR_IP} -all`] },
}
const GOOD: Zones = {
  ...PLATFORM,
  [DKIM_NAME]: { TXT: [`v=DKIM1; p=${OUR_KEY.spki}`] },
  "lindner.example": {
    TXT: ["v=spf1 a:mail.platform.example -all"],
    MX: [{ exchange: "mx.lindner.example", priority: 10 }],
  },
  "_dmarc.lindner.example": { TXT: ["v=DMARC1; p=reject"] },
}
const check = (changes: Partial<DomainToCheck> = {}) => checkDomain({ ...shop, ...changes }, resolver(), NOW)

describe("checkDomain", () => {
  it("finds everything in order, as plain JSON", async () => {
    server().set(GOOD)
    const result = await check()
    expect(result).toMatchObject({
      domain: "lindner.example",
      checked_at: "2026-11-21T12:00:00.000Z",
      dkim_mode: "own-key",
      dkim: { status: "ok" },
      spf: { status: "ok" },
      return_path_spf: { status: "ok" },
      dmarc: { status: "ok", policy: "reject", aligned_by: ["dkim"] },
      mx: { status: "ok" },
    })
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  it("aligns by SPF where the return path is the domain's own", async () => {
    server().set(GOOD)
    expect(await check({ returnPathDomain: null })).toMatchObject({
      return_path_spf: null,
      dmarc: { aligned_by: ["dkim", "spf"] },
    })
  })

  it("tells a return path that fails from the shop's own record", async () => {
    server().set({ ...GOOD, "bounces.platform.example": { TXT: ["v=spf1 -all"] } })
    expect(await check()).toMatchObject({
      spf: { status: "ok" },
      return_path_spf: { reason: "spf-fail", record: { name: "bounces.platform.example" } },
    })
  })

  it("gives all records to copy for a domain that has none", async () => {
    server().set(PLATFORM)
    const { dkim, spf, dmarc, mx } = await check()
    expect([dkim.record?.name, spf.record?.name, dmarc.record?.name]).toEqual([
      DKIM_NAME,
      "lindner.example",
      "_dmarc.lindner.example",
    ])
    expect(spf.record?.value).toBe("v=spf1 a:mail.platform.example ~all")
    expect(mx).toMatchObject({ status: "missing", reason: "domain-missing" })
  })

  it("is content once the records it gave are published", async () => {
    server().set(PLATFORM)
    const { dkim, spf, dmarc } = await check()
    for (const { record } of [dkim, spf, dmarc]) server().set({ [record!.name]: { TXT: [record!.value] } })
    expect(await check()).toMatchObject({ dkim: { status: "ok" }, spf: { status: "ok" }, dmarc: { status: "ok" } })
  })

  it("survives a name server that answers nothing", async () => {
    const names = ["lindner.example", DKIM_NAME, "_dmarc.lindner.example", ...Object.keys(PLATFORM)]
    server().set(Object.fromEntries(names.map((name) => [name, "servfail"])))
    const unknown = { status: "unknown", reason: "dns-no-answer" }
    expect(await check()).toMatchObject({ dkim: unknown, spf: unknown, dmarc: unknown, mx: unknown })
  })
})

describe("what DNS has and what we claim", () => {
  const dkimAnswers: [Zones[string], boolean][] = [
    [{ TXT: [`v=DKIM1; p=${OUR_KEY.spki}`] }, true],
    [{ CNAME: "key.platform.example" }, true],
    [{ TXT: [`v=DKIM1; p=${OTHER_KEY.spki}`] }, false],
    [{ TXT: [`v=DKIM1; p=${OUR_KEY.spki}`, `v=DKIM1; p=${OTHER_KEY.spki}`] }, false],
    [{ TXT: ["v=DKIM1; p="] }, false],
    [{ TXT: [OUR_KEY.spki] }, false],
    [{ A: ["192.0.2.1"] }, false],
    ["servfail", false],
    ["refused", false],
  ]
  const spfAnswers: [string[] | "servfail", boolean][] = [
    [[`v=spf1 ip4:${OUR_IP} -all`], true],
    [["v=spf1 include:_spf.platform.example ~all"], true],
    [["v=spf1 include:broken.platform.example ~all"], false],
    [["v=spf1 -all"], false],
    [["v=spf1 ~all"], false],
    [["v=spf1 ?all"], false],
    [["v=spf1 mx"], false],
    [["v=spf1 include:mail.platform.example -all"], false],
    [[`mail.platform.example ${OUR_IP} v=spf1`], false],
    [[`v=spf1 ip4:${OUR_IP} -all`, "v=spf1 -all"], false],
    [[], false],
    ["servfail", false],
  ]

  it("is the domain where our key is the only one and SPF passes, and nothing else", { timeout: 60_000 }, async () => {
    for (const [dkim, dkimPermits] of dkimAnswers) {
      for (const [spf, spfPermits] of spfAnswers) {
        server().clear()
        server().set({
          ...PLATFORM,
          "key.platform.example": { TXT: [`v=DKIM1; p=${OUR_KEY.spki}`] },
          "_spf.platform.example": { TXT: [`v=spf1 ip4:${OUR_IP} -all`] },
          "broken.platform.example": "servfail",
          "lindner.example": { TXT: spf },
          [DKIM_NAME]: dkim,
        })
        const decision = decideSenderIdentity({
          shopName: "Lindner",
          address: "orders@lindner.example",
          trusted: false,
          fallback: { domain: "platform.example", address: null },
          dkimMode: "own-key",
          standing: nextStanding(null, await check()),
        })
        const permitted = dkimPermits && spfPermits
        expect([dkim, spf, decision.identity]).toEqual([dkim, spf, permitted ? "own-domain" : "fallback"])
      }
    }
  })
})
