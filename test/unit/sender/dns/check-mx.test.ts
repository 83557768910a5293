import { describe, expect, it } from "vitest"
import { checkMx } from "../../../../src/sender/dns/check-mx"
import type { NameRecords, Refusal } from "../../../helpers/dns-server"
import { useDnsServer } from "./test-resolver"

const { server, resolver } = useDnsServer()

const ROOT = { exchange: "", priority: 0 }

const CASES: [string, NameRecords | Refusal | null, string, string, string[]][] = [
  [
    "mail servers, the preferred one first",
    {
      MX: [
        { exchange: "b.mx.example", priority: 20 },
        { exchange: "a.mx.example", priority: 5 },
      ],
    },
    "ok",
    "mx-found",
    ["5 a.mx.example", "20 b.mx.example"],
  ],
  [
    "the root beside a mail server",
    { MX: [ROOT, { exchange: "a.mx.example", priority: 5 }] },
    "ok",
    "mx-found",
    ["5 a.mx.example"],
  ],
  ["an IPv4 address only", { A: ["192.0.2.1"] }, "ok", "mx-implicit", ["192.0.2.1"]],
  ["an IPv6 address only", { AAAA: ["2001:db8::1"] }, "ok", "mx-implicit", ["2001:db8::1"]],
  [
    "an address and no answer for the other",
    { A: ["192.0.2.1"], AAAA: "servfail" },
    "ok",
    "mx-implicit",
    ["192.0.2.1"],
  ],
  ["a null MX, whatever addresses it has", { MX: [ROOT], A: ["192.0.2.1"] }, "wrong", "mx-null", ["0 ."]],
  ["neither MX nor address", { TXT: ["v=spf1 -all"] }, "missing", "mx-missing", []],
  ["no existence", null, "missing", "domain-missing", []],
  ["no answer at all", "servfail", "unknown", "dns-no-answer", []],
  [
    "no answer for MX, although there is an address",
    { MX: "silent", A: ["192.0.2.1"] },
    "unknown",
    "dns-no-answer",
    [],
  ],
  ["no MX and no answer for an address", { A: "servfail" }, "unknown", "dns-no-answer", []],
]

describe("checkMx", () => {
  it.each(CASES)("reads a domain with %s", async (_what, records, status, reason, found) => {
    if (records) server().set({ "shop.example": records })
    expect(await checkMx("shop.example", resolver())).toEqual({
      check: "mx",
      status,
      reason,
      found,
      wanted: null,
      record: null,
    })
  })
})
