import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useOrderMailsOverview } from "../hooks/use-order-mails"
import { TROUBLE_STATES } from "../lib/mail-state"

/** How many mails need a person, and the way to them. */
export const TroubleNotice = () => {
  const { t } = useTranslation("orderMail")
  const { data } = useOrderMailsOverview()
  const [, setParameters] = useSearchParams()
  if (!data || data.failed_count === 0) return null
  return (
    <div className="px-6 py-4">
      <Alert variant="error" className="items-center">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span>{t("list.troubleCount", { count: data.failed_count })}</span>
          <Button
            size="small"
            variant="secondary"
            onClick={() => setParameters({ state: JSON.stringify(TROUBLE_STATES) })}
          >
            {t("list.showTrouble")}
          </Button>
        </div>
      </Alert>
    </div>
  )
}
