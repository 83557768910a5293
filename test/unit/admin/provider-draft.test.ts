import { describe, expect, it } from "vitest"
import {
  allProviders,
  providerClass,
  providersChanges,
  providersDraftOf,
  withInheritedLists,
  withProviderClass,
} from "../../../admin/lib/provider-draft"
import type { SectionSettings } from "../../../admin/lib/section-draft"
import type { AdminSetting } from "../../../src/api/sender-settings-types"

const setting = <T>(value: T, origin: "options" | "store" | "shop", inherited: T = value): AdminSetting<T> => ({
  value,
  origin,
  inherited: { value: inherited, origin: "options" },
})

function settings(invoice: AdminSetting<string[]>): SectionSettings<"bank"> {
  return {
    section: "bank",
    shop_id: "sc_1",
    version: 1,
    fields: {
      accounts: setting([], "options"),
      reference_pattern: setting("{{order_number}}", "options"),
      reference_is_creditor_reference: setting(false, "options"),
      payable_within_days: setting(7, "options"),
      prepayment_providers: setting(["pp_a"], "options"),
      invoice_providers: invoice,
    },
  }
}

const lists = { prepayment_providers: ["pp_a", "pp_b"], invoice_providers: ["pp_c"] }

describe("what a payment provider means", () => {
  it.each([
    ["pp_a", "prepayment"],
    ["pp_c", "invoice"],
    ["pp_x", "neither"],
  ])("%s: %s", (id, meaning) => {
    expect(providerClass(id, lists)).toBe(meaning)
  })

  it.each([
    ["invoice", ["pp_b"], ["pp_a", "pp_c"]],
    ["neither", ["pp_b"], ["pp_c"]],
    ["prepayment", ["pp_a", "pp_b"], ["pp_c"]],
  ] as const)("can be one thing only: %s", (meaning, prepayment_providers, invoice_providers) => {
    expect(withProviderClass("pp_a", meaning, lists)).toEqual({ prepayment_providers, invoice_providers })
  })

  it("is known of providers that are gone, too", () => {
    expect(allProviders(["pp_b", "pp_d"], lists)).toEqual(["pp_a", "pp_b", "pp_c", "pp_d"])
  })
})

describe("the form", () => {
  it("sets and inherits both lists together, so that no provider is in both", () => {
    const inherited = providersDraftOf(settings(setting<string[]>([], "options")), "shop")
    expect(inherited.isInherited).toBe(true)
    const own = { isInherited: false, lists: withProviderClass("pp_a", "invoice", inherited.lists) }
    expect(providersChanges(inherited, inherited)).toEqual({})
    expect(providersChanges(inherited, own)).toEqual({
      set: { prepayment_providers: [], invoice_providers: ["pp_a"] },
    })
    expect(providersChanges(own, inherited)).toEqual({ inherit: ["prepayment_providers", "invoice_providers"] })
  })

  it("is of its own as soon as one of the lists is, and goes back to what is inherited", () => {
    const loaded = settings(setting(["pp_c"], "shop", ["pp_z"]))
    const draft = providersDraftOf(loaded, "shop")
    expect(draft.isInherited).toBe(false)
    expect(withInheritedLists(loaded, draft, true)).toEqual({
      isInherited: true,
      lists: { prepayment_providers: ["pp_a"], invoice_providers: ["pp_z"] },
    })
    expect(withInheritedLists(loaded, draft, false)).toEqual(draft)
  })
})
