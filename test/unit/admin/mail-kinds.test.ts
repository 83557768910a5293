import { describe, expect, it } from "vitest"
import { isPlanKind, MERCHANT_MAILS } from "../../../admin/lib/kinds"
import { criticalSwitchedOff, switchedKinds, type MailKind } from "../../../admin/lib/mail-kinds"
import { isResendable } from "../../../admin/lib/mail-state"
import { NAMED_VARIANTS } from "../../../admin/lib/mail-variants"
import type { SectionSettings } from "../../../admin/lib/section-draft"
import { MERCHANT_MAILS as SERVER_MAILS } from "../../../src/kinds/merchant-notice"
import { BUILT_IN_KINDS } from "../../../src/kinds/registry"
import { sampleMail, sampleVariants } from "../../../src/kinds/sample-mail"

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

it("every mail of a kind that there is to choose among has a name", () => {
  const choices = BUILT_IN_KINDS.map(({ id }) => sampleVariants(id)).filter(({ length }) => length > 1)
  expect([...NAMED_VARIANTS].sort()).toEqual([...new Set(choices.flat())].sort())
})

it("kinds that only a plan sends are those that nobody can ask for", () => {
  const asked = { askedByUser: true, paymentProviders: { prepayment: [], invoice: [] }, installedAt: "2026-01-01" }
  const refused = BUILT_IN_KINDS.filter((kind) => {
    const { facts } = sampleMail({ kind: kind.id })
    return !kind.decide(facts, { ...asked, occasion: { type: "placed" } }).send
  })
  expect(refused.map(({ id }) => id)).toEqual(BUILT_IN_KINDS.map(({ id }) => id).filter(isPlanKind))
})
