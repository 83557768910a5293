import { useTranslation } from "react-i18next"
import { type Sender, useSenderForm } from "../hooks/use-sender-form"
import { senderChanges, senderDraftOf, settingProblem } from "../lib/sender-draft"
import { senderFieldsOf, type SenderField } from "../lib/setting-names"
import { SettingField } from "./setting-field"
import { SettingsForm } from "./settings-form"

/** Edits who mails are from. */
export const SenderForm = ({ sender, onSaved }: { sender: Sender; onSaved: () => void }) => {
  const { t } = useTranslation("orderMail")
  const fields = senderFieldsOf(sender.settings)
  const form = useSenderForm({
    sender,
    draftOf: ({ settings }, level) => senderDraftOf(settings, level, fields),
    changesOf: senderChanges,
    hasProblem: (draft) => fields.some((field) => settingProblem(field, draft[field]) !== null),
    fields,
    onSaved,
  })
  const errorAt = (field: SenderField): string | null => {
    const problem = form.isSubmitted ? settingProblem(field, form.draft[field]) : null
    return problem ? t(`settingProblems.${problem}`) : form.refusalAt(field)
  }

  return (
    <SettingsForm title={t("senderSettings.edit")} form={form}>
      {fields.map((field) => (
        <SettingField
          key={field}
          field={field}
          setting={form.loaded.settings[field]}
          draft={form.draft[field]}
          onChange={(draft) => form.change({ [field]: draft })}
          error={errorAt(field)}
        />
      ))}
    </SettingsForm>
  )
}
