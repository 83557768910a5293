import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDunning } from "../../src/api/dunning-types"
import { useMailTexts } from "../hooks/use-mail-texts"
import { usePermissions } from "../hooks/use-permissions"
import type { MailView } from "../lib/mail-view"
import { ApprovalButtons } from "./approval-buttons"

interface ApprovalListProps {
  mails: AdminDunning["awaiting_approval"]
  onOpen: (id: string, view: MailView) => void
}

/** Mails of an order that wait for a person: to be looked at, and to be approved or declined. */
export const ApprovalList = ({ mails, onOpen }: ApprovalListProps) => {
  const { t } = useTranslation("orderMail")
  const { kindTitle } = useMailTexts()
  const { send: maySend } = usePermissions()
  return mails.map((mail) => (
    <div
      key={mail.order_mail_id}
      className="bg-ui-bg-subtle shadow-borders-base flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg px-3 py-2"
    >
      <Text size="small" className="min-w-0">
        {t("approvals.waiting", { mail: kindTitle(mail) })}
      </Text>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" variant="transparent" onClick={() => onOpen(mail.order_mail_id, "details")}>
          {t("approvals.look")}
        </Button>
        {maySend && <ApprovalButtons mailId={mail.order_mail_id} title={kindTitle(mail)} />}
      </div>
    </div>
  ))
}
