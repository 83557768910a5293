import { useTranslation } from "react-i18next"
import type { AdminDunningFields } from "../../src/api/settings-types"
import { decimalShown } from "../lib/typed-number"
import { useFormats } from "./use-formats"

/** The words for the base rate, in the admin's language. */
export const useBaseRateTexts = () => {
  const { i18n } = useTranslation("orderMail")
  const { calendarDay } = useFormats()
  const rateText = ({ from, percent }: AdminDunningFields["base_rates"][number]) => ({
    day: calendarDay(from),
    percent: decimalShown(percent, i18n.language),
  })
  return { rateText, dayText: calendarDay }
}
