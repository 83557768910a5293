import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useOrderMailsOverview } from "../hooks/use-order-mails"

/** Says that nothing leaves the shop, as long as no mail server is configured. */
export const CaptureNotice = () => {
  const { t } = useTranslation("orderMail")
  const { data } = useOrderMailsOverview()
  if (data?.transport !== "capture") return null
  return (
    <div className="px-6 py-4">
      <Alert variant="warning">{t("capture")}</Alert>
    </div>
  )
}
