import { useCallback } from "react"
import { useTranslation } from "react-i18next"

/** Countries and currencies by code; made once, because making one costs more than using it often. */
const known = new Map<string, Intl.DisplayNames>()

const namesIn = (language: string, type: "region" | "currency"): Intl.DisplayNames => {
  const key = `${language} ${type}`
  const names = known.get(key) ?? new Intl.DisplayNames(language, { type })
  known.set(key, names)
  return names
}

/** What a country is called in the admin's language. */
export const useCountryNames = () => {
  const { i18n } = useTranslation("orderMail")
  return useCallback((code: string) => namesIn(i18n.language, "region").of(code) ?? code, [i18n.language])
}

/** What a currency is called in the admin's language. */
export const useCurrencyNames = () => {
  const { i18n } = useTranslation("orderMail")
  return useCallback((code: string) => namesIn(i18n.language, "currency").of(code) ?? code, [i18n.language])
}
