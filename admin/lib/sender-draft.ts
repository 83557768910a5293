import type { AdminSaveSender, AdminSenderField, AdminSenderSettings } from "../../src/api/sender-settings-types"
import { isOneEmailAddress } from "./email-address"
import { type SettingsChanges, settingsChanges } from "./settings-changes"
import { isOwn, type SettingsLevel } from "./settings-level"

/** Settings that are edited as one text each. */
export type TextSetting = Exclude<keyof AdminSenderSettings, "smtp" | "archive_mailbox">

/** What a form has for one setting: that it is inherited, or the text typed for it. */
export interface SettingDraft {
  isInherited: boolean
  text: string
}
export type SenderDraft<F extends TextSetting = TextSetting> = Record<F, SettingDraft>

type SettingsToSet = NonNullable<AdminSaveSender["set"]>
/** What a form of these settings asks the server to save. */
export type SenderChanges = SettingsChanges<SettingsToSet, AdminSenderField>

const orNull = (text: string): string | null => text.trim() || null
const hostsIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

const TO_SET: { [F in TextSetting]: (text: string) => SettingsToSet } = {
  address: (text) => ({ address: text.trim() }),
  name: (text) => ({ name: orNull(text) }),
  reply_to: (text) => ({ reply_to: orNull(text) }),
  archive_address: (text) => ({ archive_address: orNull(text) }),
  dkim: (text) => ({ dkim: text === "own-key" ? "own-key" : "relay-signs" }),
  sending_hosts: (text) => ({ sending_hosts: hostsIn(text) }),
  spf_include: (text) => ({ spf_include: orNull(text) }),
}

/** A value as text to edit: a list has a line for each entry, and "nothing" is empty. */
export const textOf = (value: string | string[] | null): string =>
  Array.isArray(value) ? value.join("\n") : (value ?? "")

/** The form as it opens. */
export function senderDraftOf<F extends TextSetting>(
  settings: AdminSenderSettings,
  level: SettingsLevel,
  fields: readonly F[],
): SenderDraft<F> {
  const entries = fields.map((field): [F, SettingDraft] => {
    const setting = settings[field]
    return [
      field,
      isOwn(setting, level) ? { isInherited: false, text: textOf(setting.value) } : { isInherited: true, text: "" },
    ]
  })
  return Object.fromEntries(entries) as SenderDraft<F>
}

/** What can be wrong with a text; each has a sentence in the locale files. */
export const SETTING_PROBLEMS = ["addressInvalid", "nameTooLong", "hostInvalid", "domainInvalid"] as const
export type SettingProblem = (typeof SETTING_PROBLEMS)[number]

const LONGEST_NAME = 75
/** Labels of a domain name (RFC 1035, with the underscore of SPF names), or an IP address of either kind. */
const HOST = /^(?!.*\.\.)[\p{L}\p{N}_]([\p{L}\p{N}._-]*[\p{L}\p{N}])?$|^[\da-f:.]*:[\da-f:.]*$/iu

const address = (text: string): SettingProblem | null => (isOneEmailAddress(text) ? null : "addressInvalid")
const optional = (check: (text: string) => SettingProblem | null) => (text: string) =>
  text === "" ? null : check(text)

const CHECKS: { [F in TextSetting]?: (text: string) => SettingProblem | null } = {
  address,
  reply_to: optional(address),
  archive_address: optional(address),
  name: (text) => (text.length > LONGEST_NAME ? "nameTooLong" : null),
  sending_hosts: (text) => (hostsIn(text).every((host) => HOST.test(host)) ? null : "hostInvalid"),
  spf_include: optional((text) => (HOST.test(text) ? null : "domainInvalid")),
}

/** What is wrong with a text as far as a browser can tell. The server decides. */
export const settingProblem = (field: TextSetting, { isInherited, text }: SettingDraft): SettingProblem | null =>
  isInherited ? null : (CHECKS[field]?.(text.trim()) ?? null)

/** What differs between the form as it opened and as it is now. */
export function senderChanges<F extends TextSetting>(before: SenderDraft<F>, now: SenderDraft<F>): SenderChanges {
  const fields = Object.keys(now) as F[]
  const set = fields
    .filter((field) => !now[field].isInherited && !isSame(field, before[field], now[field]))
    .reduce<SettingsToSet>((all, field) => ({ ...all, ...TO_SET[field](now[field].text) }), {})
  const inherit = fields.filter((field) => now[field].isInherited && !before[field].isInherited)
  return settingsChanges(set, inherit)
}

const isSame = (field: TextSetting, before: SettingDraft, now: SettingDraft): boolean =>
  before.isInherited === now.isInherited &&
  JSON.stringify(TO_SET[field](before.text)) === JSON.stringify(TO_SET[field](now.text))

/** Two forms' changes as one request. */
export const joinChanges = (one: SenderChanges, other: SenderChanges): SenderChanges =>
  settingsChanges({ ...one.set, ...other.set }, [...(one.inherit ?? []), ...(other.inherit ?? [])])
