import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePermissions } from "../hooks/use-permissions"
import type { MailView } from "../lib/mail-view"

interface UndeliveredNoticeProps {
  /** The mail that did not arrive. */
  mailId: string
  onOpen: (id: string, view: MailView) => void
}

/** Says that the plan waits for another address, and leads there. */
export const UndeliveredNotice = ({ mailId, onOpen }: UndeliveredNoticeProps) => {
  const { t } = useTranslation("orderMail")
  const { send: maySend } = usePermissions()
  return (
    <Alert variant="warning" data-testid="undelivered-notice">
      <div className="flex flex-col items-start gap-y-2">
        <div>
          <span className="text-ui-fg-base txt-compact-small-plus block">{t("undelivered.title")}</span>
          <span className="block">{t("undelivered.text")}</span>
        </div>
        <div className="flex flex-wrap gap-2">
          {maySend && (
            <Button size="small" variant="secondary" onClick={() => onOpen(mailId, "resend")}>
              {t("undelivered.otherAddress")}
            </Button>
          )}
          <Button size="small" variant="transparent" onClick={() => onOpen(mailId, "details")}>
            {t("undelivered.look")}
          </Button>
        </div>
      </div>
    </Alert>
  )
}
