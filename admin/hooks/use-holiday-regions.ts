import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { holidaysApi } from "../lib/holidays-api"

/** Countries whose public holidays are known, and their states by name; they never change while the admin is open. */
export const useHolidayRegions = () => {
  const { i18n } = useTranslation("orderMail")
  const language = i18n.language.slice(0, 2)
  const { data } = useQuery({
    queryKey: ["order_mail_holiday_regions", language],
    queryFn: async () => (await holidaysApi.regions(language)).holiday_regions,
    staleTime: Infinity,
  })
  const statesOf = (country: string | null) => data?.find(({ country_code }) => country_code === country)?.states ?? []
  /** A state's name; its code until it is known. */
  const stateName = (country: string | null, code: string): string =>
    statesOf(country).find((state) => state.code === code)?.name ?? code
  return { countries: (data ?? []).map(({ country_code }) => country_code), statesOf, stateName }
}
