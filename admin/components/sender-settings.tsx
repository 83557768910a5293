import { useTranslation } from "react-i18next"
import type { Sender } from "../hooks/use-sender-form"
import { useSettingTexts } from "../hooks/use-setting-texts"
import { levelOf } from "../lib/settings-level"
import { senderFieldsOf } from "../lib/setting-names"
import { originSeen } from "../lib/setting-origin"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

/** Who mails are from and how they are vouched for, each with where it comes from. */
export const SenderSettings = ({ sender, onEdit }: { sender: Sender; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  const { settingName, settingText } = useSettingTexts()
  const level = levelOf(sender.shop_id)
  return (
    <SectionCard
      title={t("senderSettings.title")}
      subtitle={level === "shop" ? t("senderSettings.subtitleShop") : t("senderSettings.subtitleAll")}
      onEdit={onEdit}
      data-testid="sender-settings"
    >
      {senderFieldsOf(sender.settings).map((field) => (
        <SettingRow
          key={field}
          field={field}
          title={settingName(field)}
          value={settingText(field, sender.settings[field].value)}
          origin={originSeen(sender.settings[field], level)}
        />
      ))}
    </SectionCard>
  )
}
