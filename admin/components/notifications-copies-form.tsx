import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSectionForm } from "../hooks/use-section-form"
import { useSettingNames } from "../hooks/use-setting-names"
import { useSettingValues } from "../hooks/use-setting-values"
import { isOneEmailAddress } from "../lib/email-address"
import { HOURS, hourOfDay } from "../lib/hour-of-day"
import type { SectionSettings } from "../lib/section-draft"
import { NAMED_SETTINGS, NOTICE_MODES, NOTICES } from "../lib/setting-names"
import { MAIL_LANGUAGES } from "../lib/test-mail"
import { Choice } from "./choice-field"
import { LinesInput } from "./lines-input"
import { SectionInput } from "./section-input"
import { SettingsForm } from "./settings-form"

interface NotificationsCopiesFormProps {
  settings: SectionSettings<"notifications">
  onSaved: () => void
}

const NOTICE_FIELDS = NOTICES.map((notice) => `notice:${notice}` as const)

/** Edits what the shop is told by e-mail, in which rhythm, where and in which language. */
export const NotificationsCopiesForm = ({ settings, onSaved }: NotificationsCopiesFormProps) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const { settingValue } = useSettingValues()
  const form = useSectionForm({
    settings,
    fields: [...NOTICE_FIELDS, ...NAMED_SETTINGS.notifications],
    problemAt: (field, draft) =>
      field === "notice_recipients" && !draft.notice_recipients.value.every(isOneEmailAddress)
        ? t("notifications.recipientsProblem")
        : null,
    onSaved,
  })
  const name = (field: (typeof NOTICE_FIELDS)[number] | (typeof NAMED_SETTINGS.notifications)[number]) =>
    settingName("notifications", field)
  return (
    <SettingsForm title={t("notifications.editCopies")} form={form}>
      <Text size="small" className="text-ui-fg-subtle">
        {t("notifications.copiesHint")}
      </Text>
      {NOTICE_FIELDS.map((field) => (
        <SectionInput key={field} {...form.at(field)} label={name(field)}>
          {(input, value, set) => (
            <Choice
              {...input}
              value={value}
              onChange={set}
              options={NOTICE_MODES.map((mode) => ({ value: mode, label: settingValue(field, mode) }))}
            />
          )}
        </SectionInput>
      ))}
      <SectionInput
        {...form.at("notice_recipients")}
        label={name("notice_recipients")}
        hint={t("notifications.recipientsHint")}
      >
        {(input, value, set) => <LinesInput {...input} inputMode="email" value={value} onChange={set} />}
      </SectionInput>
      <SectionInput {...form.at("notice_language")} label={name("notice_language")}>
        {(input, value, set) => (
          <Choice
            {...input}
            value={value}
            onChange={set}
            options={MAIL_LANGUAGES.map((language) => ({
              value: language,
              label: settingValue("notice_language", language),
            }))}
          />
        )}
      </SectionInput>
      <SectionInput {...form.at("digest_hour")} label={name("digest_hour")} hint={t("notifications.hourHint")}>
        {(input, value, set) => (
          <Choice
            {...input}
            value={String(value)}
            onChange={(hour) => set(Number(hour))}
            options={HOURS.map((hour) => ({
              value: String(hour),
              label: t("notifications.hour", { hour: hourOfDay(hour) }),
            }))}
          />
        )}
      </SectionInput>
    </SettingsForm>
  )
}
