import { SectionRow } from "@medusajs/dashboard/components"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Sender } from "../hooks/use-settings-form"
import { useSettingTexts } from "../hooks/use-setting-texts"
import { levelOf } from "../lib/sender-draft"
import { originSeen } from "../lib/setting-origin"
import { ArchivePassword } from "./archive-password"
import { EditMenu } from "./edit-menu"
import { SettingRow } from "./setting-row"

/** Where a blind copy of every mail goes, and how people get at it. */
export const ArchiveMailbox = ({ sender, onEdit }: { sender: Sender; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  const { settingName, settingText } = useSettingTexts()
  const level = levelOf(sender.shop_id)
  const { archive_address, archive_mailbox } = sender.settings
  const mailbox = archive_mailbox.value
  return (
    <Container className="divide-y p-0" data-testid="archive-mailbox">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2">{t("archive.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("archive.subtitle")}
          </Text>
        </div>
        <EditMenu title={t("archive.title")} onEdit={onEdit} />
      </div>
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
    </Container>
  )
}
