import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Sender } from "../hooks/use-settings-form"
import { useSettingTexts } from "../hooks/use-setting-texts"
import { levelOf } from "../lib/sender-draft"
import { senderFieldsOf } from "../lib/setting-names"
import { originSeen } from "../lib/setting-origin"
import { EditMenu } from "./edit-menu"
import { SettingRow } from "./setting-row"

/** Who mails are from and how they are vouched for, each with where it comes from. */
export const SenderSettings = ({ sender, onEdit }: { sender: Sender; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  const { settingName, settingText } = useSettingTexts()
  const level = levelOf(sender.shop_id)
  return (
    <Container className="divide-y p-0" data-testid="sender-settings">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2">{t("senderSettings.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {level === "shop" ? t("senderSettings.subtitleShop") : t("senderSettings.subtitleAll")}
          </Text>
        </div>
        <EditMenu title={t("senderSettings.title")} onEdit={onEdit} />
      </div>
      {senderFieldsOf(sender.settings).map((field) => (
        <SettingRow
          key={field}
          field={field}
          title={settingName(field)}
          value={settingText(field, sender.settings[field].value)}
          origin={originSeen(sender.settings[field], level)}
        />
      ))}
    </Container>
  )
}
