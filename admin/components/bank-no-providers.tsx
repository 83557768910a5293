import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Said in place of the list of payment providers while there are none. */
export const NoProviders = () => {
  const { t } = useTranslation("orderMail")
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-4">
      {t("bank.noProviders")}
    </Text>
  )
}
