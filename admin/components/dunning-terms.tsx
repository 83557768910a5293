import { useTranslation } from "react-i18next"
import { useFormats } from "../hooks/use-formats"
import { useSettingNames } from "../hooks/use-setting-names"
import type { SectionSettings } from "../lib/section-draft"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

/** Which orders are reminded at all, and how often at most. */
export const DunningTerms = ({ settings, onEdit }: { settings: SectionSettings<"dunning">; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const { calendarDay, money } = useFormats()
  const level = levelOf(settings.shop_id)
  const { not_before, minimum_distance_days, minimum_amounts } = settings.fields
  return (
    <SectionCard
      title={t("dunningCards.terms.title")}
      subtitle={t("dunningCards.terms.subtitle")}
      onEdit={onEdit}
      data-testid="dunning-terms"
    >
      <SettingRow
        field="not_before"
        title={settingName("dunning", "not_before")}
        value={not_before.value === null ? t("dunning.sinceInstallation") : calendarDay(not_before.value)}
        origin={originSeen(not_before, level)}
        configured={t("dunning.shipped")}
      />
      <SettingRow
        field="minimum_distance_days"
        title={settingName("dunning", "minimum_distance_days")}
        value={t("dunning.distance", { count: minimum_distance_days.value })}
        origin={originSeen(minimum_distance_days, level)}
        configured={t("dunning.shipped")}
      />
      <SettingRow
        field="minimum_amounts"
        title={settingName("dunning", "minimum_amounts")}
        value={
          minimum_amounts.value.map(({ currency, amount }) => money(amount, currency)).join(", ") ||
          t("dunning.anyAmount")
        }
        origin={originSeen(minimum_amounts, level)}
        configured={t("dunning.shipped")}
      />
    </SectionCard>
  )
}
