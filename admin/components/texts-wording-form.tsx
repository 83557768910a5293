import { useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { orderMailsQueryKeys } from "../hooks/query-keys"
import { useSectionForm } from "../hooks/use-section-form"
import { useSettingNames } from "../hooks/use-setting-names"
import { useSettingValues } from "../hooks/use-setting-values"
import type { SectionSettings } from "../lib/section-draft"
import { GERMAN_ADDRESSES, NAMED_SETTINGS } from "../lib/setting-names"
import { MAIL_LANGUAGES } from "../lib/test-mail"
import { Choice } from "./choice-field"
import { SectionInput } from "./section-input"
import { SettingsForm } from "./settings-form"

interface WordingFormProps {
  wording: SectionSettings<"wording">
  onSaved: () => void
}

/** Sets in which language and form the shop's mails speak to customers. */
export const WordingForm = ({ wording, onSaved }: WordingFormProps) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const { settingValue } = useSettingValues()
  const client = useQueryClient()
  const saved = () => {
    // The shipped German texts are those of the form of address.
    void client.invalidateQueries({ queryKey: orderMailsQueryKeys.settingsOf("texts") })
    onSaved()
  }
  const form = useSectionForm({ settings: wording, fields: NAMED_SETTINGS.wording, onSaved: saved })
  const optionsOf = <V extends string>(field: string, values: readonly V[]) =>
    values.map((value) => ({ value, label: settingValue(field, value) }))
  return (
    <SettingsForm title={t("wording.title")} form={form}>
      <SectionInput
        {...form.at("language")}
        label={settingName("wording", "language")}
        hint={t("wording.languageHint")}
      >
        {(input, value, set) => (
          <Choice {...input} value={value} onChange={set} options={optionsOf("language", MAIL_LANGUAGES)} />
        )}
      </SectionInput>
      <SectionInput
        {...form.at("german_address")}
        label={settingName("wording", "german_address")}
        hint={t("wording.germanAddressHint")}
      >
        {(input, value, set) => (
          <Choice {...input} value={value} onChange={set} options={optionsOf("german_address", GERMAN_ADDRESSES)} />
        )}
      </SectionInput>
    </SettingsForm>
  )
}
