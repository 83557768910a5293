import { useCallback } from "react"
import { useTranslation } from "react-i18next"

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

/** Names of weekdays in the admin's language. `weekday`: ISO 8601, 1 is Monday. */
export const useWeekdayNames = () => {
  const { i18n } = useTranslation("orderMail")
  return useCallback(
    (weekday: number): string =>
      new Intl.DateTimeFormat(i18n.language, { weekday: "long", timeZone: "UTC" }).format(MONDAY + (weekday - 1) * DAY),
    [i18n.language],
  )
}
