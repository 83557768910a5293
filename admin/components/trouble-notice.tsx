import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useOrderMailsOverview } from "../hooks/use-order-mails"

/** How many mails need a person, and the way to them. */
export const TroubleNotice = () => {
  const { t } = useTranslation("orderMail")
  const { data, refetch } = useOrderMailsOverview()
  const [, setParameters] = useSearchParams()
  if (!data || data.failed_count === 0) return null
  const show = () => {
    setParameters({ attention: "true" })
    // The list is loaded now; a count of the same moment agrees with it.
    void refetch()
  }
  return (
    <div className="px-6 py-4">
      <Alert variant="error" className="items-center">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span>{t("list.troubleCount", { count: data.failed_count })}</span>
          <Button size="small" variant="secondary" onClick={show}>
            {t("list.showTrouble")}
          </Button>
        </div>
      </Alert>
    </div>
  )
}
