import type { AdminBankFields } from "../../src/api/settings-types"
import type { SectionChanges, SectionSettings } from "./section-draft"
import { ORIGINS, originSeen, type OriginSeen } from "./setting-origin"
import type { SettingsLevel } from "./settings-level"

/** What a payment provider means for the mails about an order. */
export const PROVIDER_CLASSES = ["prepayment", "invoice", "neither"] as const
export type ProviderClass = (typeof PROVIDER_CLASSES)[number]

type ProviderLists = Pick<AdminBankFields, "prepayment_providers" | "invoice_providers">

export function providerClass(id: string, { prepayment_providers, invoice_providers }: ProviderLists): ProviderClass {
  if (prepayment_providers.includes(id)) return "prepayment"
  return invoice_providers.includes(id) ? "invoice" : "neither"
}

/** The lists after one provider was given another meaning. */
export function withProviderClass(id: string, meaning: ProviderClass, lists: ProviderLists): ProviderLists {
  const others = (ids: string[]) => ids.filter((other) => other !== id)
  return {
    prepayment_providers: [...others(lists.prepayment_providers), ...(meaning === "prepayment" ? [id] : [])].sort(),
    invoice_providers: [...others(lists.invoice_providers), ...(meaning === "invoice" ? [id] : [])].sort(),
  }
}

/** Those of the shop, and those that are set and not there any more. */
export const allProviders = (installed: readonly string[], lists: ProviderLists): string[] =>
  [...new Set([...installed, ...lists.prepayment_providers, ...lists.invoice_providers])].sort()

export const providerLists = ({ fields }: SectionSettings<"bank">): ProviderLists => ({
  prepayment_providers: fields.prepayment_providers.value,
  invoice_providers: fields.invoice_providers.value,
})

/** Both lists are set together, so that no provider ends up in both: one that is set here makes both of them so. */
export const providersOrigin = ({ fields }: SectionSettings<"bank">, level: SettingsLevel): OriginSeen => {
  const origins = [fields.prepayment_providers, fields.invoice_providers].map((setting) => originSeen(setting, level))
  return ORIGINS.find((origin) => origins.includes(origin)) ?? "options"
}

/** What the form has: both lists, inherited or set here. */
export interface ProvidersDraft {
  isInherited: boolean
  lists: ProviderLists
}

export const providersDraftOf = (settings: SectionSettings<"bank">, level: SettingsLevel): ProvidersDraft => ({
  isInherited: providersOrigin(settings, level) !== "own",
  lists: providerLists(settings),
})

/** The draft after its switch was turned: own lists start from the inherited ones. */
export const withInheritedLists = (
  { fields }: SectionSettings<"bank">,
  draft: ProvidersDraft,
  isInherited: boolean,
): ProvidersDraft => ({
  isInherited,
  lists: isInherited
    ? {
        prepayment_providers: fields.prepayment_providers.inherited.value,
        invoice_providers: fields.invoice_providers.inherited.value,
      }
    : draft.lists,
})

export function providersChanges(before: ProvidersDraft, now: ProvidersDraft): SectionChanges<"bank"> {
  if (JSON.stringify(before) === JSON.stringify(now)) return {}
  return now.isInherited ? { inherit: ["prepayment_providers", "invoice_providers"] } : { set: now.lists }
}
