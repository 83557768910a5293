import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMailResponse } from "../../src/api/types"
import { useCorrectRecipient } from "../hooks/use-correct-recipient"
import { usePermissions } from "../hooks/use-permissions"
import { isResendable } from "../lib/mail-state"

interface SuggestionNoticeProps {
  mail: AdminOrderMailResponse["order_mail"]
  /** Called with the id of the new mail. */
  onSent: (id: string) => void
}

/** Asks whether another address was meant, and corrects it at one press. */
export const SuggestionNotice = ({ mail, onSent }: SuggestionNoticeProps) => {
  const { t } = useTranslation("orderMail")
  const { send: maySend, update_orders: mayUpdateOrder } = usePermissions()
  const { correct, isPending } = useCorrectRecipient(mail.id, { mayUpdateOrder, onSent })
  const address = mail.suggested_recipient
  if (address === null) return null
  const isCorrectable = maySend && isResendable(mail)
  return (
    <Alert variant="warning" data-testid="suggestion-notice">
      <div className="flex flex-col items-start gap-y-2 [overflow-wrap:anywhere]">
        <div>
          <span className="text-ui-fg-base txt-compact-small-plus block">{t("suggestion.question", { address })}</span>
          {mail.recipient && (
            <span className="block">{t("suggestion.explanation", { recipient: mail.recipient })}</span>
          )}
          {isCorrectable && (
            <span className="block">
              {t("suggestion.newMail", { address })}
              {mayUpdateOrder && ` ${t("suggestion.orderKeepsIt", { number: mail.order_number })}`}
            </span>
          )}
        </div>
        {isCorrectable && (
          <Button size="small" variant="secondary" isLoading={isPending} onClick={() => correct(address)}>
            {t("suggestion.correct")}
          </Button>
        )}
      </div>
    </Alert>
  )
}
