import { useCallback } from "react"
import { useTranslation } from "react-i18next"

/** What a payment provider is called: Medusa's own one by a name, others by their identifier, made readable. */
export const useProviderName = () => {
  const { t } = useTranslation("orderMail")
  return useCallback(
    (id: string): string => {
      if (id === "pp_system_default") return t("bank.manualProvider")
      const words = [...new Set(id.replace(/^pp_/, "").split(/[_-]+/))].filter(Boolean)
      const [first = id, ...more] = words
      return [first.charAt(0).toUpperCase() + first.slice(1), ...more].join(" ")
    },
    [t],
  )
}
