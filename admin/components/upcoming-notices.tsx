import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminUpcomingResponse } from "../../src/api/dunning-types"

interface UpcomingNoticesProps {
  answer: Pick<AdminUpcomingResponse, "awaiting_approval" | "unplanned">
  /** Whether the list shows what waits for approval already. */
  isFiltered: boolean
  onShowWaiting: () => void
}

/** What waits for a person, and whether the list is about to change. */
export const UpcomingNotices = ({ answer, isFiltered, onShowWaiting }: UpcomingNoticesProps) => {
  const { t } = useTranslation("orderMail")
  const isWaiting = answer.awaiting_approval > 0 && !isFiltered
  if (!isWaiting && answer.unplanned === 0) return null
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      {isWaiting && (
        <Alert variant="warning" className="items-center">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span>{t("upcoming.waiting", { count: answer.awaiting_approval })}</span>
            <Button size="small" variant="secondary" onClick={onShowWaiting}>
              {t("upcoming.showWaiting")}
            </Button>
          </div>
        </Alert>
      )}
      {answer.unplanned > 0 && <Alert variant="info">{t("upcoming.unplanned", { count: answer.unplanned })}</Alert>}
    </div>
  )
}
