import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { useFormats } from "../hooks/use-formats"
import { FactList, type Fact } from "./fact-list"
import { MessageFile } from "./message-file"
import { SenderIdentity } from "./sender-identity"

const address = (name: string | null, email: string) => (name ? `${name} <${email}>` : email)

interface MailFactsProps {
  mail: AdminOrderMail
  onOpenMail: (id: string) => void
}

/** Who the mail is from and to, when it was made, and the file it is. */
export const MailFacts = ({ mail, onOpenMail }: MailFactsProps) => {
  const { t } = useTranslation("orderMail")
  const { exact } = useFormats()

  const facts: (Fact | false)[] = [
    {
      name: t("fields.to"),
      value: mail.recipient ? address(mail.recipient_name, mail.recipient) : t("values.noRecipient"),
    },
    {
      name: t("fields.from"),
      value: (
        <>
          {mail.from_address && <span>{address(mail.from_name, mail.from_address)}</span>}
          <SenderIdentity mail={mail} className="text-ui-fg-muted" />
          {mail.sender_identity && mail.sender_reason && (
            <span className="text-ui-fg-muted w-full">{t(`senderReasons.${mail.sender_reason}`)}</span>
          )}
        </>
      ),
    },
    mail.reply_to !== null && { name: t("fields.replyTo"), value: mail.reply_to },
    mail.archive_copy && { name: t("fields.archive"), value: t("fields.archiveOfShop") },
    { name: t("fields.shop"), value: mail.shop_name },
    { name: t("fields.createdAt"), value: exact(mail.created_at) },
    mail.state === "deferred" &&
      mail.next_attempt_at !== null && { name: t("fields.nextAttempt"), value: exact(mail.next_attempt_at) },
    mail.attempts > 0 && { name: t("fields.attempts"), value: String(mail.attempts) },
    mail.resend_of !== null && {
      name: t("fields.resendOf"),
      value: <OpenMail id={mail.resend_of} onOpenMail={onOpenMail} />,
    },
    { name: t("fields.messageFile"), value: <MessageFile mail={mail} /> },
  ]
  return <FactList facts={facts.filter((fact) => fact !== false)} />
}

const OpenMail = ({ id, onOpenMail }: { id: string; onOpenMail: (id: string) => void }) => {
  const { t } = useTranslation("orderMail")
  return (
    <Button
      size="small"
      variant="transparent"
      className="underline underline-offset-2 p-0"
      onClick={() => onOpenMail(id)}
    >
      {t("timelineData.openOther")}
    </Button>
  )
}
