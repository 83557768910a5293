import { ExclamationCircle } from "@medusajs/icons"
import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { CutText } from "./mail-cells"

/** Whom the mail is for, with a mark when the address looks mistyped. */
export const MailRecipient = ({ mail }: { mail: Pick<AdminOrderMail, "recipient" | "suggested_recipient"> }) => {
  const { t } = useTranslation("orderMail")
  const question = mail.suggested_recipient && t("suggestion.question", { address: mail.suggested_recipient })
  return (
    <span className="flex min-w-0 max-w-full items-center gap-x-1">
      <CutText text={mail.recipient ?? t("values.noRecipient")} className="min-w-0" />
      {question && (
        <Tooltip content={question} maxWidth={320}>
          <span role="img" aria-label={question} tabIndex={0} className="text-ui-tag-orange-icon shrink-0">
            <ExclamationCircle />
          </span>
        </Tooltip>
      )}
    </span>
  )
}
