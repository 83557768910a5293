import { beforeAll, describe, expect, it } from "vitest"
import { dkimFinding } from "../../../../src/sender/test-report/dkim-finding"
import { dmarcFinding } from "../../../../src/sender/test-report/dmarc-finding"
import { spfFinding } from "../../../../src/sender/test-report/spf-finding"
import { composeOrderMail, DOMAIN, makeSigner, SELECTOR, type TestSigner } from "../dkim/signed-message"
import { useDnsServer } from "../dns/test-resolver"

const RETURN_PATH = `bounces+abc-123@bounces.${DOMAIN}`
const KEY_NAME = `${SELECTOR}._domainkey.${DOMAIN}`
const dns = useDnsServer()

let shop: TestSigner
let signed: Buffer
beforeAll(async () => {
  shop = await makeSigner()
  signed = await shop.sign(await composeOrderMail())
})

const spf = (...hosts: string[]) => spfFinding(RETURN_PATH, hosts, dns.resolver())
const dkim = (message: Buffer, relaySigns = false) => dkimFinding(message, relaySigns, dns.resolver())
const publishSpf = (record: string) => dns.server().set({ [`bounces.${DOMAIN}`]: { TXT: [record] } })
const publishKey = () => dns.server().set({ [KEY_NAME]: { TXT: [shop.record] } })

describe("SPF", () => {
  it.each([
    ["v=spf1 ip4:192.0.2.1 -all", "ok", "spf-pass"],
    ["v=spf1 -all", "bad", "spf-fail"],
    ["v=spf1 ~all", "warning", "spf-softfail"],
    ["v=spf1 ?all", "warning", "spf-neutral"],
    ["v=spf1 ip4:nonsense -all", "bad", "spf-invalid"],
    ["something else", "bad", "spf-missing"],
  ])("of a return path whose domain has %j", async (record, status, reason) => {
    publishSpf(record)
    const { finding, domain } = await spf("192.0.2.1")
    expect(domain).toBe(`bounces.${DOMAIN}`)
    expect(finding).toMatchObject({ status, reason, data: { domain, ip: "192.0.2.1" } })
  })

  it("is that of the worst address of the sending hosts", async () => {
    publishSpf("v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 -all")
    dns.server().set({ "mail.relay.example": { A: ["192.0.2.1"], AAAA: ["2001:db8::1"] } })
    expect((await spf("mail.relay.example")).finding).toMatchObject({ status: "ok" })
    expect((await spf("mail.relay.example", "192.0.2.9")).finding).toMatchObject({
      reason: "spf-fail",
      data: { ip: "192.0.2.9" },
    })
  })

  it("gives the whole address and the host's name to a record with macros", async () => {
    publishSpf("v=spf1 exists:%{l1+}.%{h}.spf.shop.example -all")
    dns.server().set({
      "mail.relay.example": { A: ["192.0.2.1"] },
      "abc-123.mail.relay.example.spf.shop.example": { A: ["127.0.0.2"] },
    })
    expect((await spf("mail.relay.example")).finding.reason).toBe("spf-pass")
  })

  it("is unknown where the hosts are, or one of them", async () => {
    publishSpf("v=spf1 ip4:192.0.2.1 -all")
    expect((await spf()).finding).toMatchObject({ status: "unknown", reason: "spf-hosts-unknown" })
    expect((await spf("192.0.2.1", "nowhere.example")).finding).toMatchObject({ reason: "spf-hosts-unknown" })
    dns.server().set({ "silent.example": "servfail" })
    expect((await spf("192.0.2.1", "silent.example")).finding).toMatchObject({ reason: "spf-no-answer" })
  })

  it("is unknown when nobody answers", async () => {
    dns.server().set({ [`bounces.${DOMAIN}`]: "servfail" })
    expect((await spf("192.0.2.1")).finding).toMatchObject({ status: "unknown", reason: "spf-no-answer" })
  })

  it("asks for too many look-ups", async () => {
    publishSpf(`v=spf1 ${Array.from({ length: 11 }, (_, index) => `include:i${index}.example`).join(" ")} -all`)
    for (let index = 0; index < 11; index += 1)
      dns.server().set({ [`i${index}.example`]: { TXT: ["v=spf1 ip4:198.51.100.1 -all"] } })
    expect((await spf("192.0.2.1")).finding.reason).toBe("spf-too-many-lookups")
  })
})

describe("DKIM", () => {
  it("passes for a mail we signed, with its key published", async () => {
    publishKey()
    expect(await dkim(signed)).toEqual({
      domains: [DOMAIN],
      finding: { check: "dkim", status: "ok", reason: "dkim-pass", data: { domain: DOMAIN, selector: SELECTOR } },
    })
  })

  it("tells a key that is not published from one that does not fit", async () => {
    expect((await dkim(signed)).finding).toMatchObject({ status: "bad", reason: "dkim-key-missing" })
    dns.server().set({ [KEY_NAME]: { TXT: [(await makeSigner()).record] } })
    expect(await dkim(signed)).toMatchObject({ domains: [], finding: { status: "bad", reason: "dkim-fails" } })
    dns.server().set({ [KEY_NAME]: "servfail" })
    expect((await dkim(signed)).finding).toMatchObject({ status: "unknown", reason: "dkim-no-answer" })
  })

  it("fails when the mail was changed", async () => {
    publishKey()
    const changed = Buffer.from(signed.toString("latin1").replace("\r\n\r\n", "\r\n\r\nx"), "latin1")
    expect((await dkim(changed)).finding).toMatchObject({ reason: "dkim-fails" })
  })

  it("cannot be told where the relay signs, and is missing where nobody does", async () => {
    const unsigned = await composeOrderMail()
    expect((await dkim(unsigned, true)).finding).toMatchObject({ status: "unknown", reason: "dkim-relay-signs" })
    expect((await dkim(unsigned, false)).finding).toMatchObject({ status: "bad", reason: "dkim-unsigned" })
  })
})

describe("DMARC", () => {
  const NO_SPF = "v=spf1 -all"
  const OUR_SPF = "v=spf1 ip4:192.0.2.1 -all"
  async function dmarc(record: string | null, message: Buffer, spfRecord: string, relaySigns = false) {
    publishSpf(spfRecord)
    if (record !== null) dns.server().set({ [`_dmarc.${DOMAIN}`]: { TXT: [record] } })
    return dmarcFinding(DOMAIN, await spf("192.0.2.1"), await dkim(message, relaySigns), dns.resolver())
  }

  it("passes by DKIM, by SPF of the return path, or by both", async () => {
    expect(await dmarc("v=DMARC1; p=reject", signed, OUR_SPF)).toMatchObject({
      reason: "dmarc-pass",
      data: { by: "SPF" },
    })
    publishKey()
    expect(await dmarc("v=DMARC1; p=reject", signed, OUR_SPF)).toMatchObject({ data: { by: "DKIM + SPF" } })
    expect(await dmarc("v=DMARC1; p=reject", signed, NO_SPF)).toMatchObject({
      status: "ok",
      data: { by: "DKIM", domain: DOMAIN, policy: "reject" },
    })
  })

  it("takes strict alignment at its word: a subdomain's SPF does not count, its own DKIM does", async () => {
    expect(await dmarc("v=DMARC1; p=reject; aspf=s", signed, OUR_SPF)).toMatchObject({ reason: "dmarc-fails" })
    publishKey()
    expect(await dmarc("v=DMARC1; p=reject; aspf=s; adkim=s", signed, OUR_SPF)).toMatchObject({ data: { by: "DKIM" } })
  })

  it("does not take a signature of a stranger", async () => {
    const relay = await makeSigner("relay.example")
    dns.server().set({ [`${SELECTOR}._domainkey.relay.example`]: { TXT: [relay.record] } })
    const message = await relay.sign(await composeOrderMail())
    expect((await dkim(message)).finding.reason).toBe("dkim-pass")
    expect(await dmarc("v=DMARC1; p=quarantine", message, NO_SPF)).toMatchObject({
      status: "bad",
      reason: "dmarc-fails",
    })
  })

  it.each([
    [null, "warning", "dmarc-missing"],
    ["v=DMARC1; p=nonsense", "warning", "dmarc-invalid"],
    ["v=DMARC1; p=none", "warning", "dmarc-fails-unpunished"],
    ["v=DMARC1; p=quarantine", "bad", "dmarc-fails"],
  ])("with the record %j and nothing that passes", async (record, status, reason) => {
    expect(await dmarc(record, signed, NO_SPF)).toMatchObject({ check: "dmarc", status, reason })
  })

  it("depends on the relay where that signs, unless SPF passes anyway", async () => {
    const unsigned = await composeOrderMail()
    expect(await dmarc("v=DMARC1; p=reject", unsigned, NO_SPF, true)).toMatchObject({
      status: "unknown",
      reason: "dmarc-depends-on-relay",
    })
    expect(await dmarc("v=DMARC1; p=reject", unsigned, OUR_SPF, true)).toMatchObject({ status: "ok" })
  })

  it("is unknown when nobody answers for it, or for what it needs", async () => {
    dns.server().set({ [KEY_NAME]: "servfail" })
    expect(await dmarc("v=DMARC1; p=reject", signed, NO_SPF)).toMatchObject({ reason: "dmarc-no-answer" })
    dns.server().set({ [`_dmarc.${DOMAIN}`]: "servfail" })
    expect(await dmarc(null, signed, OUR_SPF)).toMatchObject({ status: "unknown", reason: "dmarc-no-answer" })
  })

  it("asks for one record only", async () => {
    dns.server().set({ [`_dmarc.${DOMAIN}`]: { TXT: ["v=DMARC1; p=none", "v=DMARC1; p=reject"] } })
    expect(await dmarc(null, signed, OUR_SPF)).toMatchObject({ reason: "dmarc-several-records" })
  })
})
