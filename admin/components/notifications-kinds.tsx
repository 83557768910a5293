import { Badge, StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useMailTexts } from "../hooks/use-mail-texts"
import { kindField, type MailKind, switchedKinds } from "../lib/mail-kinds"
import type { SectionSettings } from "../lib/section-draft"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

interface NotificationsKindsProps {
  settings: SectionSettings<"notifications">
  kinds: readonly MailKind[]
  onEdit: () => void
}

/** The kinds of mails that customers get, what each is, and whether it goes out on its own. */
export const NotificationsKinds = ({ settings, kinds, onEdit }: NotificationsKindsProps) => {
  const { t } = useTranslation("orderMail")
  const { kindName, kindDescription } = useMailTexts()
  const level = levelOf(settings.shop_id)
  return (
    <SectionCard
      title={t("notifications.kinds")}
      subtitle={t("notifications.kindsSubtitle")}
      onEdit={onEdit}
      data-testid="notifications-kinds"
    >
      {switchedKinds(kinds, settings).map((kind) => {
        const { setting } = kind
        return (
          <SettingRow
            key={kind.id}
            field={kindField(kind.id)}
            title={kindName(kind.id)}
            value={
              <span className="flex flex-col gap-y-1.5">
                <span className="flex flex-wrap items-center gap-2">
                  <StatusBadge color={setting.value ? "green" : "grey"}>
                    {setting.value ? t("notifications.on") : t("notifications.off")}
                  </StatusBadge>
                  <Badge size="2xsmall" color={kind.class === "critical" ? "orange" : "grey"}>
                    {t(`kindClasses.${kind.class}`)}
                  </Badge>
                </span>
                <span>{kindDescription(kind.id)}</span>
              </span>
            }
            origin={originSeen(setting, level)}
          />
        )
      })}
    </SectionCard>
  )
}
