import { useTranslation } from "react-i18next"
import { useSettingNames } from "../hooks/use-setting-names"
import { useSettingValues } from "../hooks/use-setting-values"
import type { AdminSetting } from "../../src/api/sender-settings-types"
import { hourOfDay } from "../lib/hour-of-day"
import type { SectionField, SectionSettings } from "../lib/section-draft"
import { NOTICES } from "../lib/setting-names"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

interface NotificationsCopiesProps {
  settings: SectionSettings<"notifications">
  onEdit: () => void
}

/** What the shop itself is told by e-mail, and how. */
export const NotificationsCopies = ({ settings, onEdit }: NotificationsCopiesProps) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const { settingValue } = useSettingValues()
  const level = levelOf(settings.shop_id)
  const { notice_recipients: recipients, notice_language: language, digest_hour: hour } = settings.fields
  const row = (field: SectionField<"notifications">, setting: AdminSetting<unknown>, value: string) => (
    <SettingRow
      key={field}
      field={field}
      title={settingName("notifications", field)}
      value={value}
      origin={originSeen(setting, level)}
    />
  )
  return (
    <SectionCard
      title={t("notifications.copies")}
      subtitle={t("notifications.copiesSubtitle")}
      onEdit={onEdit}
      data-testid="notifications-copies"
    >
      {NOTICES.map((notice) => {
        const setting = settings.fields[`notice:${notice}`]
        return row(`notice:${notice}`, setting, settingValue(`notice:${notice}`, setting.value))
      })}
      {row("notice_recipients", recipients, recipients.value.join("\n") || t("notifications.noRecipients"))}
      {row("notice_language", language, settingValue("notice_language", language.value))}
      {row("digest_hour", hour, t("notifications.hour", { hour: hourOfDay(hour.value) }))}
    </SectionCard>
  )
}
