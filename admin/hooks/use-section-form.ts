import { useCallback } from "react"
import type { AdminSetting } from "../../src/api/sender-settings-types"
import type { AdminMailLanguage, AdminSettingsSection, AdminSettingsSections } from "../../src/api/settings-types"
import {
  type FieldDraft,
  sectionChanges,
  type SectionDraft,
  sectionDraftOf,
  type SectionField,
  type SectionSettings,
} from "../lib/section-draft"
import { useSaveSection, useSectionSettings } from "./use-section-settings"
import { useSettingsForm } from "./use-settings-form"

interface SectionFormOptions<S extends AdminSettingsSection, F extends SectionField<S>> {
  settings: SectionSettings<S>
  /** What this form edits. */
  fields: readonly F[]
  /** What the browser already sees to be wrong, in words; shown from the first try to save on. */
  problemAt?: (field: F, draft: SectionDraft<S, F>) => string | null
  onSaved: () => void
  /** Texts alone: the language that `settings` was loaded with. */
  language?: AdminMailLanguage
}

/** What an input of one field needs; spread it on a `SectionInput`. */
export interface FieldState<T> {
  field: string
  setting: AdminSetting<T>
  draft: FieldDraft<T>
  onChange: (draft: FieldDraft<T>) => void
  error: string | null
}

/** A form over some fields of a section. See `useSettingsForm` for what happens when somebody else saves meanwhile. */
export function useSectionForm<S extends AdminSettingsSection, F extends SectionField<S>>({
  settings,
  fields,
  problemAt = () => null,
  onSaved,
  language,
}: SectionFormOptions<S, F>) {
  const { section } = settings
  const { refetch, isFetching } = useSectionSettings({ section, shop_id: settings.shop_id, language })
  const form = useSettingsForm({
    settings,
    draftOf: (loaded: SectionSettings<S>, level) => sectionDraftOf(loaded, level, fields),
    changesOf: (before, now) => sectionChanges<S, F>(before, now),
    hasProblem: (draft) => fields.some((field) => !draft[field].isInherited && problemAt(field, draft) !== null),
    fields,
    save: useSaveSection(section),
    reload: useCallback(async () => (await refetch()).data, [refetch]),
    isReloading: isFetching,
    onSaved,
  })

  const at = <Field extends F>(field: Field): FieldState<AdminSettingsSections[S][Field]> => ({
    field,
    setting: form.loaded.fields[field],
    draft: form.draft[field],
    onChange: (draft) => form.change({ [field]: draft } as unknown as Partial<SectionDraft<S, F>>),
    error: (form.isSubmitted ? problemAt(field, form.draft) : null) ?? form.refusalAt(field),
  })

  return { ...form, at }
}
