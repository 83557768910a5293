import { describe, expect, it } from "vitest"
import { standingOf } from "../../../admin/lib/dkim-key"
import { isShownBy, troubleCount, wantedBesides } from "../../../admin/lib/domain-check"
import type { AdminDkimKey, AdminDnsRecord, AdminDomainCheckResult } from "../../../src/api/sender-types"

const RECORD: AdminDnsRecord = { type: "TXT", name: "shop.example", value: "v=spf1 ip4:192.0.2.1 ~all" }

const result = (rest: Partial<AdminDomainCheckResult>): AdminDomainCheckResult => ({
  check: "spf",
  status: "ok",
  reason: "spf-pass",
  found: [],
  wanted: null,
  record: null,
  ...rest,
})

describe("results of the DNS checks", () => {
  it("count as trouble when they are missing or wrong, and not when DNS did not answer", () => {
    const checks = (["ok", "missing", "wrong", "unknown"] as const).map((status) => result({ status }))
    expect(troubleCount(checks)).toBe(2)
  })

  it("do not repeat what the record to copy says", () => {
    expect(wantedBesides(result({ wanted: RECORD.value, record: RECORD }))).toBeNull()
  })

  it("do not repeat what was found", () => {
    expect(wantedBesides(result({ wanted: RECORD.value, found: [RECORD.value] }))).toBeNull()
  })

  it("say what is wanted where nothing else does", () => {
    expect(wantedBesides(result({ wanted: "ip4:192.0.2.1", found: [RECORD.value] }))).toBe("ip4:192.0.2.1")
  })

  it("show a record when name and value are the same", () => {
    expect(isShownBy([result({ record: RECORD })], RECORD)).toBe(true)
    expect(isShownBy([result({ record: RECORD })], { ...RECORD, value: "v=spf1 -all" })).toBe(false)
    expect(isShownBy(null, RECORD)).toBe(false)
  })
})

describe("standing of a DKIM key", () => {
  const key = (role: AdminDkimKey["role"], published_since: string | null, keep_until: string | null = null) =>
    standingOf({ selector: "om202607a", role, published_since, keep_until, record: RECORD })
  const SINCE = "2026-07-01T10:00:00.000Z"

  it("tells a key that signs from one whose record is gone", () => {
    expect([key("signs", SINCE), key("signs", null)]).toEqual(["signs", "signs-unpublished"])
  })

  it("tells a key that waits for its record from one that waits until every name server has it", () => {
    expect([key("waits", null), key("waits", SINCE)]).toEqual(["waits", "settles"])
  })

  it("tells a retired key whose record is needed from one whose record may go", () => {
    const until = "2026-08-01T10:00:00.000Z"
    expect([key("retired", SINCE, until), key("retired", SINCE)]).toEqual(["retired-needed", "retired-revocable"])
  })
})
