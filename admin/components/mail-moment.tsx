import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { useFormats } from "../hooks/use-formats"

type Dates = Pick<AdminOrderMail, "created_at" | "sent_at" | "next_attempt_at" | "state">

/** When the mail was made, relative to now; every exact date of it on hover and on focus. */
export const MailMoment = ({ mail, className }: { mail: Dates; className?: string }) => {
  const { t } = useTranslation("orderMail")
  const { relative, exact } = useFormats()
  const lines = [`${t("fields.createdAt")}: ${exact(mail.created_at)}`]
  if (mail.sent_at) lines.push(`${t("fields.acceptedAt")}: ${exact(mail.sent_at)}`)
  if (mail.state === "deferred" && mail.next_attempt_at) {
    lines.push(`${t("fields.nextAttempt")}: ${exact(mail.next_attempt_at)}`)
  }
  return (
    <Tooltip maxWidth={320} content={<span className="whitespace-pre-line">{lines.join("\n")}</span>}>
      <time dateTime={mail.created_at} tabIndex={0} className={className}>
        {relative(mail.created_at)}
      </time>
    </Tooltip>
  )
}
