import { describe, expect, it } from "vitest"
import { draftValues, sectionChanges, sectionDraftOf, withInherited } from "../../../admin/lib/section-draft"
import type { SectionSettings } from "../../../admin/lib/section-draft"
import type { AdminSetting } from "../../../src/api/sender-settings-types"

const FIELDS = ["language", "german_address"] as const

const fromOptions = <T>(value: T): AdminSetting<T> => ({
  value,
  origin: "options",
  inherited: { value, origin: "options" },
})

const wording: SectionSettings<"wording"> = {
  section: "wording",
  shop_id: "sc_1",
  version: 3,
  fields: {
    language: { value: "fr", origin: "shop", inherited: { value: "de", origin: "store" } },
    german_address: fromOptions("formal"),
  },
}

const opened = () => sectionDraftOf(wording, "shop", FIELDS)

describe("the form of a section", () => {
  it("opens with own values, and with inherited ones where nothing is set at its level", () => {
    expect(opened()).toEqual({
      language: { isInherited: false, value: "fr" },
      german_address: { isInherited: true, value: "formal" },
    })
    expect(draftValues(opened())).toEqual({ language: "fr", german_address: "formal" })
  })

  it("takes what a shop inherits from the store for inherited at the shop alone", () => {
    const { inherited } = wording.fields.language
    const store = { ...wording, shop_id: null, fields: { ...wording.fields, language: { ...inherited, inherited } } }
    expect(sectionDraftOf(store, "shop", FIELDS).language.isInherited).toBe(true)
    expect(sectionDraftOf(store, "store", FIELDS).language.isInherited).toBe(false)
  })

  it("saves nothing when nothing was changed, also when a field was inherited and set again", () => {
    expect(sectionChanges(opened(), opened())).toEqual({})
    const setting = wording.fields.german_address
    const turned = withInherited(withInherited(opened().german_address, setting, false), setting, true)
    expect(sectionChanges(opened(), { ...opened(), german_address: turned })).toEqual({})
  })

  it("sets what was changed, and nothing else", () => {
    const now = { ...opened(), language: { isInherited: false, value: "pl" as const } }
    expect(sectionChanges(opened(), now)).toEqual({ set: { language: "pl" } })
  })

  it("sets an inherited value that becomes an own one, though it is the same", () => {
    const now = {
      ...opened(),
      german_address: withInherited(opened().german_address, wording.fields.german_address, false),
    }
    expect(sectionChanges(opened(), now)).toEqual({ set: { german_address: "formal" } })
  })

  it("inherits again, and shows at once what that is", () => {
    const language = withInherited(opened().language, wording.fields.language, true)
    expect(language).toEqual({ isInherited: true, value: "de" })
    expect(sectionChanges(opened(), { ...opened(), language })).toEqual({ inherit: ["language"] })
  })
})
