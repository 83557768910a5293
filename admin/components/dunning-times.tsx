import { useTranslation } from "react-i18next"
import { useHolidayRegions } from "../hooks/use-holiday-regions"
import { useCountryNames } from "../hooks/use-region-names"
import { useSettingNames } from "../hooks/use-setting-names"
import { useWeekdayNames } from "../hooks/use-weekday-names"
import { hourOfDay } from "../lib/hour-of-day"
import type { SectionSettings } from "../lib/section-draft"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

/** On which days and between which hours reminders are sent. */
export const DunningTimes = ({ settings, onEdit }: { settings: SectionSettings<"dunning">; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const countryName = useCountryNames()
  const weekdayName = useWeekdayNames()
  const { stateName } = useHolidayRegions()
  const level = levelOf(settings.shop_id)
  const { sending_weekdays, sending_from_hour, sending_until_hour, holiday_country, holiday_state } = settings.fields
  const values = {
    sending_weekdays: sending_weekdays.value.map(weekdayName).join(", "),
    sending_from_hour: t("notifications.hour", { hour: hourOfDay(sending_from_hour.value) }),
    sending_until_hour: t("notifications.hour", { hour: hourOfDay(sending_until_hour.value) }),
    holiday_country: holiday_country.value === null ? t("dunning.noHolidays") : countryName(holiday_country.value),
    holiday_state:
      holiday_state.value === null ? t("dunning.noState") : stateName(holiday_country.value, holiday_state.value),
  }
  return (
    <SectionCard
      title={t("dunningCards.times.title")}
      subtitle={t("dunningCards.times.subtitle")}
      onEdit={onEdit}
      data-testid="dunning-times"
    >
      {(Object.keys(values) as (keyof typeof values)[])
        .filter((field) => field !== "holiday_state" || holiday_country.value !== null)
        .map((field) => (
          <SettingRow
            key={field}
            field={field}
            title={settingName("dunning", field)}
            value={values[field]}
            origin={originSeen(settings.fields[field], level)}
            configured={t("dunning.shipped")}
          />
        ))}
    </SectionCard>
  )
}
