import { describe, expect, it } from "vitest"
import { MERCHANT_MAILS } from "../../../admin/lib/kinds"
import { criticalSwitchedOff, switchedKinds, type MailKind } from "../../../admin/lib/mail-kinds"
import { isResendable } from "../../../admin/lib/mail-state"
import type { SectionSettings } from "../../../admin/lib/section-draft"
import { MERCHANT_MAILS as SERVER_MAILS } from "../../../src/kinds/merchant-notice"

const KINDS: MailKind[] = [
  { id: "payment-info", class: "critical" },
  { id: "dunning", class: "critical" },
  { id: "review-request", class: "optional" },
  { id: "my-own", class: "critical" },
]

const setting = (value: boolean) => ({
  value,
  origin: "options" as const,
  inherited: { value, origin: "options" as const },
})
const SETTINGS = {
  fields: { "kind:payment-info": setting(true), "kind:dunning": setting(false), "kind:review-request": setting(true) },
} as unknown as SectionSettings<"notifications">

const ids = (kinds: readonly MailKind[]) => kinds.map(({ id }) => id)

describe("kinds with a switch", () => {
  const switched = switchedKinds(KINDS, SETTINGS)

  it("are those that the server has a setting for", () => {
    expect(ids(switched)).toEqual(["payment-info", "dunning", "review-request"])
  })

  it("are asked about when customers need them and got them until now", () => {
    expect(ids(criticalSwitchedOff(switched, () => false))).toEqual(["payment-info"])
    expect(criticalSwitchedOff(switched, () => true)).toEqual([])
    expect(criticalSwitchedOff(switched, ({ id }) => id === "payment-info")).toEqual([])
  })
})

describe("mails to the shop", () => {
  it("are the server's", () => expect(MERCHANT_MAILS).toEqual(SERVER_MAILS))

  it("are not sent again", () => {
    const failed = { state: "failed", state_reason: "address-unknown" } as const
    expect(isResendable({ ...failed, kind: "payment-info" })).toBe(true)
    for (const kind of MERCHANT_MAILS) expect(isResendable({ ...failed, kind })).toBe(false)
  })
})
