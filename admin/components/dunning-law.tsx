import { useTranslation } from "react-i18next"
import { missingBaseRate } from "../../src/dunning/base-rate"
import { useBaseRateTexts } from "../hooks/use-base-rate-texts"
import { useSettingNames } from "../hooks/use-setting-names"
import { localDay } from "../lib/stop-draft"
import type { SectionSettings } from "../lib/section-draft"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import { BaseRateWarning } from "./base-rate-warning"
import { DunningLawNotes } from "./dunning-law-notes"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

/** Who counts as a business, what that costs, and the base rate that interest is computed with. */
export const DunningLaw = ({ settings, onEdit }: { settings: SectionSettings<"dunning">; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const { rateText } = useBaseRateTexts()
  const level = levelOf(settings.shop_id)
  const { business_customers, flat_fee, base_rates } = settings.fields
  const last = base_rates.value.at(-1)
  return (
    <SectionCard
      title={t("dunningCards.law.title")}
      subtitle={t("dunningCards.law.subtitle")}
      onEdit={onEdit}
      data-testid="dunning-law"
    >
      <BaseRateWarning missing={missingBaseRate(base_rates.value, localDay(new Date()))} last={last} />
      <SettingRow
        field="business_customers"
        title={settingName("dunning", "business_customers")}
        value={t(`businessCustomers.${business_customers.value}.label`)}
        origin={originSeen(business_customers, level)}
        configured={t("dunning.shipped")}
      />
      <SettingRow
        field="flat_fee"
        title={settingName("dunning", "flat_fee")}
        value={flat_fee.value ? t("notifications.on") : t("notifications.off")}
        origin={originSeen(flat_fee, level)}
        configured={t("dunning.shipped")}
      />
      <SettingRow
        field="base_rates"
        title={settingName("dunning", "base_rates")}
        value={last ? t("dunning.rateSince", rateText(last)) : ""}
        origin={originSeen(base_rates, level)}
        configured={t("dunning.shipped")}
      />
      <div className="px-6 py-4">
        <DunningLawNotes />
      </div>
    </SectionCard>
  )
}
