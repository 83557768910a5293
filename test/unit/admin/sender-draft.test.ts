import { describe, expect, it } from "vitest"
import {
  joinChanges,
  senderChanges,
  senderDraftOf,
  settingProblem,
  type SettingDraft,
} from "../../../admin/lib/sender-draft"
import { SENDER_FIELDS } from "../../../admin/lib/setting-names"
import { isNoChange } from "../../../admin/lib/settings-changes"
import { senderSettings } from "./sender-settings"

const own = (text: string): SettingDraft => ({ isInherited: false, text })
const inherited: SettingDraft = { isInherited: true, text: "" }

describe("the form of the sender", () => {
  const settings = senderSettings({
    name: { value: "Morgenrot", origin: "shop" },
    sending_hosts: { value: ["a.example", "192.0.2.1"], origin: "shop" },
    reply_to: { value: "store@morgenrot.example", origin: "store" },
  })

  it("opens with what the shop sets itself, and inherits the rest", () => {
    expect(senderDraftOf(settings, "shop", SENDER_FIELDS)).toEqual({
      address: inherited,
      name: own("Morgenrot"),
      reply_to: inherited,
      dkim: inherited,
      sending_hosts: own("a.example\n192.0.2.1"),
      spf_include: inherited,
    })
  })

  it("opens at the level of the store with what the store sets", () => {
    expect(senderDraftOf(settings, "store", ["name", "reply_to"])).toEqual({
      name: inherited,
      reply_to: own("store@morgenrot.example"),
    })
  })

  it("saves nothing when nothing was changed, or only blanks were", () => {
    const draft = senderDraftOf(settings, "shop", SENDER_FIELDS)
    expect(senderChanges(draft, draft)).toEqual({})
    const blanks = { ...draft, name: own(" Morgenrot "), sending_hosts: own("a.example, 192.0.2.1\n\n") }
    expect(isNoChange(senderChanges(draft, blanks))).toBe(true)
  })

  it("saves what was typed, takes empty as nothing, and inherits again", () => {
    const before = senderDraftOf(settings, "shop", SENDER_FIELDS)
    const now = {
      ...before,
      address: own(" neu@morgenrot.example "),
      name: inherited,
      reply_to: own(""),
      dkim: own("own-key"),
      sending_hosts: own(""),
      spf_include: own("_spf.example.net"),
    }
    expect(senderChanges(before, now)).toEqual({
      set: {
        address: "neu@morgenrot.example",
        reply_to: null,
        dkim: "own-key",
        sending_hosts: [],
        spf_include: "_spf.example.net",
      },
      inherit: ["name"],
    })
  })

  it.each([
    ["address", "neu@morgenrot.example", null],
    ["address", "neu@", "addressInvalid"],
    ["address", "", "addressInvalid"],
    ["reply_to", "", null],
    ["reply_to", "one@a.example, two@a.example", "addressInvalid"],
    ["archive_address", "archive", "addressInvalid"],
    ["name", "x".repeat(75), null],
    ["name", "x".repeat(76), "nameTooLong"],
    ["sending_hosts", "mx.shop.example\n192.0.2.1, 2001:db8::1", null],
    ["sending_hosts", "mx.shop.example https://b", "hostInvalid"],
    ["spf_include", "_spf.shop.example", null],
    ["spf_include", "spf..shop.example", "domainInvalid"],
    ["spf_include", "include:spf.shop.example", "domainInvalid"],
    ["spf_include", "", null],
    ["dkim", "relay-signs", null],
  ] as const)("finds what is wrong with %s %j: %s", (field, text, problem) => {
    expect(settingProblem(field, own(text))).toBe(problem)
  })

  it("has nothing against what is inherited", () => {
    expect(settingProblem("address", inherited)).toBeNull()
  })

  it("joins the changes of two forms", () => {
    expect(
      joinChanges({ set: { name: "A" }, inherit: ["dkim"] }, { set: { archive_mailbox: null }, inherit: ["reply_to"] }),
    ).toEqual({ set: { name: "A", archive_mailbox: null }, inherit: ["dkim", "reply_to"] })
    expect(joinChanges({}, {})).toEqual({})
  })
})
