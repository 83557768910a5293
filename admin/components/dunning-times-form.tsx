import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useHolidayRegions } from "../hooks/use-holiday-regions"
import { useCountryNames } from "../hooks/use-region-names"
import { useSectionForm } from "../hooks/use-section-form"
import { useSettingNames } from "../hooks/use-setting-names"
import { useWeekdayNames } from "../hooks/use-weekday-names"
import { DUNNING_CARDS } from "../lib/dunning-fields"
import { hourOfDay, HOURS } from "../lib/hour-of-day"
import type { SectionSettings } from "../lib/section-draft"
import { Choice } from "./choice-field"
import { SectionInput } from "./section-input"
import { SettingsForm } from "./settings-form"
import { TickField } from "./tick-field"

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
/** Radix takes no empty value. */
const NONE = "none"

/** Edits on which days and between which hours reminders are sent. */
export const DunningTimesForm = ({
  settings,
  onSaved,
}: {
  settings: SectionSettings<"dunning">
  onSaved: () => void
}) => {
  const { t, i18n } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const countryName = useCountryNames()
  const weekdayName = useWeekdayNames()
  const { countries, statesOf } = useHolidayRegions()
  const form = useSectionForm({
    settings,
    fields: DUNNING_CARDS.times,
    problemAt: (field, draft) => {
      if (field === "sending_weekdays") return draft[field].value.length > 0 ? null : t("dunningProblems.weekdays")
      if (field !== "sending_until_hour") return null
      return draft.sending_from_hour.value < draft[field].value ? null : t("dunningProblems.hours")
    },
    onSaved,
  })
  const country = form.draft.holiday_country.value
  const named = useMemo(
    () =>
      countries
        .map((code) => ({ value: code, label: countryName(code) }))
        .sort((one, other) => one.label.localeCompare(other.label, i18n.language)),
    [countries, countryName, i18n.language],
  )
  const states = statesOf(country).map(({ code, name }) => ({ value: code, label: name }))
  const hours = (from: number) =>
    HOURS.map((hour) => ({
      value: String(hour + from),
      label: t("notifications.hour", { hour: hourOfDay(hour + from) }),
    }))

  /** A state of another country is none of this one. */
  const chooseCountry = (set: (code: string | null) => void) => (chosen: string) => {
    set(chosen === NONE ? null : chosen)
    const state = form.at("holiday_state")
    if (state.draft.value !== null) state.onChange({ isInherited: false, value: null })
  }

  return (
    <SettingsForm title={t("dunningCards.times.edit")} form={form}>
      <SectionInput
        {...form.at("sending_weekdays")}
        label={settingName("dunning", "sending_weekdays")}
        configuredHint={t("dunning.shipped")}
        isGroup
      >
        {({ disabled }, value, set) =>
          WEEKDAYS.map((weekday) => (
            <TickField
              key={weekday}
              label={weekdayName(weekday)}
              value={value.includes(weekday)}
              onChange={(isOn) => set(WEEKDAYS.filter((day) => (day === weekday ? isOn : value.includes(day))))}
              disabled={disabled}
            />
          ))
        }
      </SectionInput>
      {(["sending_from_hour", "sending_until_hour"] as const).map((field) => (
        <SectionInput
          key={field}
          {...form.at(field)}
          label={settingName("dunning", field)}
          hint={t("dunning.hourHint")}
          configuredHint={t("dunning.shipped")}
        >
          {(input, value, set) => (
            <Choice
              {...input}
              value={String(value)}
              onChange={(hour) => set(Number(hour))}
              options={hours(field === "sending_from_hour" ? 0 : 1)}
            />
          )}
        </SectionInput>
      ))}
      <SectionInput
        {...form.at("holiday_country")}
        label={settingName("dunning", "holiday_country")}
        hint={t("dunning.holidayHint")}
        configuredHint={t("dunning.countryOfBank")}
      >
        {(input, value, set) => (
          <Choice
            {...input}
            value={value ?? NONE}
            onChange={chooseCountry(set)}
            options={[{ value: NONE, label: t("dunning.noHolidays") }, ...named]}
          />
        )}
      </SectionInput>
      {states.length > 0 && (
        <SectionInput
          {...form.at("holiday_state")}
          label={settingName("dunning", "holiday_state")}
          hint={t("dunning.stateHint")}
          configuredHint={t("dunning.shipped")}
        >
          {(input, value, set) => (
            <Choice
              {...input}
              value={value ?? NONE}
              onChange={(chosen) => set(chosen === NONE ? null : chosen)}
              options={[{ value: NONE, label: t("dunning.noState") }, ...states]}
            />
          )}
        </SectionInput>
      )}
    </SettingsForm>
  )
}
