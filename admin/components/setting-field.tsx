import { Input, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSetting } from "../../src/api/sender-settings-types"
import { useSettingTexts } from "../hooks/use-setting-texts"
import { useSettingValues } from "../hooks/use-setting-values"
import { type SettingDraft, textOf, type TextSetting } from "../lib/sender-draft"
import { DKIM_MODES } from "../lib/setting-names"
import { Choice } from "./choice-field"
import { InheritableField, type InheritableInput } from "./inheritable-field"

interface SettingFieldProps {
  field: TextSetting
  setting: AdminSetting<string | string[] | null>
  draft: SettingDraft
  onChange: (draft: SettingDraft) => void
  error: string | null
}

/** One setting in a form: inherited, or typed. What would be inherited stands in the empty field. */
export const SettingField = ({ field, setting, draft, onChange, error }: SettingFieldProps) => {
  const { t } = useTranslation("orderMail")
  const { settingName, settingText } = useSettingTexts()
  const name = settingName(field)
  const { isInherited } = draft

  const inherit = (inherits: boolean) =>
    // An own value starts from the inherited one.
    onChange({ isInherited: inherits, text: inherits ? "" : draft.text || textOf(setting.inherited.value) })

  return (
    <InheritableField
      label={name}
      hint={t(`settingHints.${field}`)}
      setting={setting}
      isInherited={isInherited}
      onInherit={inherit}
      error={error}
    >
      {(input) => (
        <SettingInput
          field={field}
          input={input}
          text={isInherited ? "" : draft.text}
          placeholder={settingText(field, setting.inherited.value)}
          onChange={(text) => onChange({ isInherited: false, text })}
        />
      )}
    </InheritableField>
  )
}

interface SettingInputProps {
  field: TextSetting
  input: InheritableInput
  text: string
  placeholder: string
  onChange: (text: string) => void
}

const SettingInput = ({ field, input, text, placeholder, onChange }: SettingInputProps) => {
  if (field === "dkim") return <DkimSelect {...{ input, text, placeholder, onChange }} />
  const shared = { ...input, value: text, placeholder, spellCheck: false, autoComplete: "off" }
  if (field === "sending_hosts")
    return <Textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
  const isAddress = ["address", "reply_to", "archive_address"].includes(field)
  return (
    <Input
      {...shared}
      // Not "email": browsers refuse international addresses in such a field and explain it in their own language.
      type="text"
      inputMode={isAddress ? "email" : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

const DkimSelect = ({ input, text, placeholder, onChange }: Omit<SettingInputProps, "field">) => {
  const { settingValue } = useSettingValues()
  return (
    <Choice
      {...input}
      value={text}
      onChange={onChange}
      placeholder={placeholder}
      options={DKIM_MODES.map((mode) => ({ value: mode, label: settingValue("dkim", mode) }))}
    />
  )
}
