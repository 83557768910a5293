import { describe, expect, it } from "vitest"
import { checkRecipientDomain } from "../../../src/sender/check-recipient-domain"
import type { DnsResolver } from "../../../src/sender/dns/resolver"
import type { NameRecords, Refusal } from "../../helpers/dns-server"
import { useDnsServer } from "./dns/test-resolver"

const { server, resolver } = useDnsServer()

const CASES: [string, NameRecords | Refusal | null, string][] = [
  ["with a mail server", { MX: [{ exchange: "mx.customer.example", priority: 10 }] }, "accepts"],
  ["with an IPv4 address only", { A: ["192.0.2.1"] }, "accepts"],
  ["with an IPv6 address only", { AAAA: ["2001:db8::1"] }, "accepts"],
  ["with a null MX", { MX: [{ exchange: "", priority: 0 }], A: ["192.0.2.1"] }, "no-mail-accepted"],
  ["that does not exist", null, "no-such-domain"],
  ["with nothing that takes mail", { TXT: ["parked"] }, "no-such-domain"],
  ["whose server fails", "servfail", "unknown"],
  ["whose server refuses", "refused", "unknown"],
  ["whose server is silent", "silent", "unknown"],
  ["whose server fails for the address", { A: "servfail" }, "unknown"],
]

describe("checkRecipientDomain", () => {
  it.each(CASES)("judges a domain %s", async (_what, records, meaning) => {
    if (records) server().set({ "customer.example": records })
    expect(await checkRecipientDomain("customer.example", resolver())).toBe(meaning)
  })

  it("waits no longer than a mail may, whatever the resolver does", async () => {
    const patient: DnsResolver = { lookup: () => new Promise(() => undefined) }
    expect(await checkRecipientDomain("customer.example", patient, 10)).toBe("unknown")
  })

  it("asks once when there is a mail server", async () => {
    server().set({ "customer.example": { MX: [{ exchange: "mx.customer.example", priority: 10 }] } })
    await checkRecipientDomain("customer.example", resolver())
    expect(server().queries).toMatchObject([{ name: "customer.example", type: "MX" }])
  })
})
