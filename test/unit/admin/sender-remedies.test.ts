import { describe, expect, it } from "vitest"
import { senderRemedyOf } from "../../../admin/lib/sender-remedies"
import type { AdminDkimKey, SenderReason } from "../../../src/api/sender-types"
import { SENDER_REASONS } from "../../../src/sender/sender-reasons"

type Sender = Parameters<typeof senderRemedyOf>[0]

const KEY: AdminDkimKey = {
  selector: "om202607a",
  role: "waits",
  published_since: null,
  keep_until: null,
  record: { type: "TXT", name: "om202607a._domainkey.shop.example", value: "v=DKIM1; p=MIIB" },
}

const sender = (reason: SenderReason, rest: Partial<Sender> = {}): Sender => ({
  dkim_mode: "own-key",
  identity: { identity: "fallback", reason, from_name: "Shop", from_address: "shop@p.example", reply_to: "" },
  can_make_dkim_key: true,
  dkim_keys: [KEY],
  ...rest,
})

describe("what to do to send under the own domain", () => {
  it("is nothing only where the own domain may be used", () => {
    const fine = SENDER_REASONS.filter((reason) => senderRemedyOf(sender(reason)) === null)
    expect(fine).toEqual(["verified", "operator-vouches"])
  })

  it("is to set an address where nothing can be sent at all", () => {
    expect(senderRemedyOf(sender("no-address", { identity: null }))).toBe("set-address")
  })

  it("is to publish the record of a key that exists", () => {
    expect(senderRemedyOf(sender("dkim-missing"))).toBe("publish-dkim")
  })

  it.each(["domain-not-checked", "dkim-missing"] as const)(
    "is to make a key first when there is none: %s",
    (reason) => {
      expect(senderRemedyOf(sender(reason, { dkim_keys: [] }))).toBe("make-dkim-key")
    },
  )

  it("is to make a key where there is only one that signs no more", () => {
    const retired: AdminDkimKey = { ...KEY, role: "retired" }
    expect(senderRemedyOf(sender("dkim-missing", { dkim_keys: [retired] }))).toBe("make-dkim-key")
  })

  it("is to set the option without which no key can be made", () => {
    const remedy = senderRemedyOf(sender("dkim-missing", { dkim_keys: [], can_make_dkim_key: false }))
    expect(remedy).toBe("set-encryption-key")
  })

  it("is no key where the mail server signs", () => {
    expect(senderRemedyOf(sender("domain-not-checked", { dkim_mode: "relay-signs", dkim_keys: [] }))).toBe("check-now")
  })

  it("says nothing about keys where the mailbox is at a freemail provider", () => {
    expect(senderRemedyOf(sender("freemail", { dkim_keys: [] }))).toBe("use-own-domain")
  })
})
