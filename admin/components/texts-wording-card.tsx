import { useTranslation } from "react-i18next"
import { useSettingNames } from "../hooks/use-setting-names"
import { useSettingValues } from "../hooks/use-setting-values"
import type { SectionSettings } from "../lib/section-draft"
import { NAMED_SETTINGS } from "../lib/setting-names"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

interface WordingCardProps {
  wording: SectionSettings<"wording">
  onEdit: () => void
}

/** In which language and form the shop's mails speak to customers, and where that is set. */
export const WordingCard = ({ wording, onEdit }: WordingCardProps) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const { settingValue } = useSettingValues()
  return (
    <SectionCard
      title={t("wording.title")}
      subtitle={t("wording.subtitle")}
      onEdit={onEdit}
      data-testid="wording-settings"
    >
      {NAMED_SETTINGS.wording.map((field) => (
        <SettingRow
          key={field}
          field={field}
          title={settingName("wording", field)}
          value={settingValue(field, wording.fields[field].value)}
          origin={originSeen(wording.fields[field], levelOf(wording.shop_id))}
        />
      ))}
    </SectionCard>
  )
}
