import { SectionRow } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import type { Sender } from "../hooks/use-sender-form"
import { useSettingTexts } from "../hooks/use-setting-texts"
import { levelOf } from "../lib/settings-level"
import { originSeen } from "../lib/setting-origin"
import { ArchivePassword } from "./archive-password"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

/** Where a blind copy of every mail goes, and how people get at it. */
export const ArchiveMailbox = ({ sender, onEdit }: { sender: Sender; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  const { settingName, settingText } = useSettingTexts()
  const level = levelOf(sender.shop_id)
  const { archive_address, archive_mailbox } = sender.settings
  const mailbox = archive_mailbox.value
  return (
    <SectionCard
      title={t("archive.title")}
      subtitle={t("archive.subtitle")}
      onEdit={onEdit}
      data-testid="archive-mailbox"
    >
      <SettingRow
        field="archive_address"
        title={settingName("archive_address")}
        value={settingText("archive_address", archive_address.value)}
        origin={originSeen(archive_address, level)}
      />
      <SettingRow
        field="archive_mailbox"
        title={t("archive.host")}
        value={mailbox ? <span className="font-mono">{mailbox.host}</span> : t("archive.none")}
        origin={originSeen(archive_mailbox, level)}
      />
      {mailbox && <SectionRow title={t("archive.user")} value={mailbox.user} />}
      {mailbox && (
        <SectionRow
          title={t("password.label")}
          value={mailbox.has_password ? <ArchivePassword shopId={sender.shop_id} /> : t("password.missing")}
        />
      )}
    </SectionCard>
  )
}
