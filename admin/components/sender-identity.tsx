import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"

type Sender = Pick<AdminOrderMail, "sender_identity" | "sender_reason" | "from_address">

/** Under whose name the mail goes out, and why that one, on hover and on focus. */
export const SenderIdentity = ({ mail, className }: { mail: Sender; className?: string }) => {
  const { t } = useTranslation("orderMail")
  if (!mail.sender_identity) return <span className={className}>{t("values.noSender")}</span>
  const why = [mail.from_address, mail.sender_reason && t(`senderReasons.${mail.sender_reason}`)].filter(Boolean)
  return (
    <Tooltip maxWidth={280} content={<span className="whitespace-pre-line">{why.join("\n")}</span>}>
      <span tabIndex={0} className={className}>
        {t(`senderIdentities.${mail.sender_identity}`)}
      </span>
    </Tooltip>
  )
}
