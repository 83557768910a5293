import type { AdminSetting } from "../../src/api/sender-settings-types"
import type { AdminSettingsResponse, AdminSettingsSection, AdminSettingsSections } from "../../src/api/settings-types"
import { settingsChanges, type SettingsChanges } from "./settings-changes"
import { isOwn, type SettingsLevel } from "./settings-level"

/** A section as the server has it. */
export type SectionSettings<S extends AdminSettingsSection = AdminSettingsSection> =
  AdminSettingsResponse<S>["settings"]

/** The names of a section's fields. */
export type SectionField<S extends AdminSettingsSection> = keyof AdminSettingsSections[S] & string

/** What a form has for one field: an own value, or the inherited one while it is inherited. */
export interface FieldDraft<T> {
  isInherited: boolean
  value: T
}

/** What a form has for the fields that it edits. */
export type SectionDraft<S extends AdminSettingsSection, F extends SectionField<S>> = {
  [Field in F]: FieldDraft<AdminSettingsSections[S][Field]>
}

export type SectionChanges<S extends AdminSettingsSection> = SettingsChanges<
  Partial<AdminSettingsSections[S]>,
  SectionField<S>
>

/** A field as the form opens with it. */
export const fieldDraftOf = <T>(setting: AdminSetting<T>, level: SettingsLevel): FieldDraft<T> => ({
  isInherited: !isOwn(setting, level),
  value: setting.value,
})

/** A field after its switch was turned: an own value starts from the inherited one. */
export const withInherited = <T>(
  draft: FieldDraft<T>,
  setting: AdminSetting<T>,
  isInherited: boolean,
): FieldDraft<T> => ({ isInherited, value: isInherited ? setting.inherited.value : draft.value })

/** The form as it opens. */
export function sectionDraftOf<S extends AdminSettingsSection, F extends SectionField<S>>(
  settings: SectionSettings<S>,
  level: SettingsLevel,
  fields: readonly F[],
): SectionDraft<S, F> {
  const entries = fields.map((field) => [field, fieldDraftOf(settings.fields[field], level)])
  return Object.fromEntries(entries) as SectionDraft<S, F>
}

/** The values of a draft, for what shows them before they are saved. */
export function draftValues<S extends AdminSettingsSection, F extends SectionField<S>>(
  draft: SectionDraft<S, F>,
): Pick<AdminSettingsSections[S], F> {
  const entries = (Object.keys(draft) as F[]).map((field) => [field, draft[field].value])
  return Object.fromEntries(entries) as Pick<AdminSettingsSections[S], F>
}

/** What differs between the form as it opened and as it is now. */
export function sectionChanges<S extends AdminSettingsSection, F extends SectionField<S>>(
  before: SectionDraft<S, F>,
  now: SectionDraft<S, F>,
): SectionChanges<S> {
  const fields = Object.keys(now) as F[]
  const set = fields.filter((field) => !now[field].isInherited && !isSame(before[field], now[field]))
  const inherit = fields.filter((field) => now[field].isInherited && !before[field].isInherited)
  const values: Partial<AdminSettingsSections[S]> = {}
  for (const field of set) values[field] = now[field].value
  return settingsChanges(values, inherit)
}

const isSame = (one: FieldDraft<unknown>, other: FieldDraft<unknown>): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
