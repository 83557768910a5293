import { Input, Select, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSetting } from "../../src/api/sender-settings-types"
import { useSettingTexts } from "../hooks/use-setting-texts"
import { type SettingDraft, textOf, type TextSetting } from "../lib/sender-draft"
import { DKIM_MODES } from "../lib/setting-names"
import { inheritedFrom } from "../lib/setting-origin"
import { InheritSwitch } from "./inherit-switch"
import { LabeledField, type FieldIds } from "./labeled-field"

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
    <LabeledField
      label={name}
      hint={isInherited ? t(`origins.${inheritedFrom(setting)}`) : t(`settingHints.${field}`)}
      error={error}
      beside={<InheritSwitch name={name} isInherited={isInherited} onChange={inherit} />}
    >
      {(ids) => (
        <SettingInput
          field={field}
          ids={ids}
          text={isInherited ? "" : draft.text}
          placeholder={settingText(field, setting.inherited.value)}
          isDisabled={isInherited}
          onChange={(text) => onChange({ isInherited: false, text })}
        />
      )}
    </LabeledField>
  )
}

interface SettingInputProps {
  field: TextSetting
  ids: FieldIds
  text: string
  placeholder: string
  isDisabled: boolean
  onChange: (text: string) => void
}

const SettingInput = ({ field, ids, text, placeholder, isDisabled, onChange }: SettingInputProps) => {
  if (field === "dkim") return <DkimSelect {...{ ids, text, placeholder, isDisabled, onChange }} />
  const shared = { ...ids, value: text, placeholder, disabled: isDisabled, spellCheck: false, autoComplete: "off" }
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

const DkimSelect = ({ ids, text, placeholder, isDisabled, onChange }: Omit<SettingInputProps, "field">) => {
  const { dkimModeName } = useSettingTexts()
  return (
    <Select value={text} onValueChange={onChange} disabled={isDisabled}>
      <Select.Trigger {...ids}>
        <Select.Value placeholder={placeholder} />
      </Select.Trigger>
      <Select.Content>
        {DKIM_MODES.map((mode) => (
          <Select.Item key={mode} value={mode}>
            {dkimModeName(mode)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
