import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { hourOfDay } from "../lib/hour-of-day"
import { isOneOf } from "../lib/setting-names"
import { stepsLogged } from "../lib/steps-logged"
import { useCountryNames } from "./use-region-names"
import { useStepTexts } from "./use-step-texts"
import { useWeekdayNames } from "./use-weekday-names"

const STEPS = ["prepayment_steps", "invoice_steps"] as const
const HOURS = ["sending_from_hour", "sending_until_hour"] as const

/** Values of the section "Reminders" that the log has as data, in the admin's language. */
export const useDunningValues = () => {
  const { t } = useTranslation("orderMail")
  const { stepLine } = useStepTexts()
  const weekdayName = useWeekdayNames()
  const countryName = useCountryNames()

  /** @returns null for what is read as it stands */
  return useCallback(
    (field: string, value: string): string | null => {
      if (isOneOf(STEPS, field))
        return (
          stepsLogged(value)
            ?.map((step, index) => `${index + 1}. ${stepLine(step)}`)
            .join("\n") ?? null
        )
      if (isOneOf(HOURS, field)) return t("notifications.hour", { hour: hourOfDay(Number(value)) })
      if (field === "sending_weekdays")
        return value
          .split(", ")
          .map((weekday) => weekdayName(Number(weekday)))
          .join(", ")
      if (field === "holiday_country") return countryName(value)
      return null
    },
    [t, stepLine, weekdayName, countryName],
  )
}
