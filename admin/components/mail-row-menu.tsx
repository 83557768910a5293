import { ArrowUpRightOnBox, CheckCircle, EllipsisHorizontal, Eye, PaperPlane, XCircle } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { useApprovals } from "../hooks/use-approvals"
import { useCancelPrompt } from "../hooks/use-cancel-prompt"
import { useMailTexts } from "../hooks/use-mail-texts"
import { usePermissions } from "../hooks/use-permissions"
import type { MailView } from "../lib/mail-view"
import { isAwaitingApproval, isCancelable, isResendable } from "../lib/mail-state"

interface MailRowMenuProps {
  mail: AdminOrderMail
  onOpen: (id: string, view: MailView) => void
  /** Where the mail's order is, when the list holds mails of many orders. */
  orderPath?: string | undefined
}

/** What can be done with the mail of one row, by this user. */
export const MailRowMenu = ({ mail, onOpen, orderPath }: MailRowMenuProps) => {
  const { t } = useTranslation("orderMail")
  const { kindTitle } = useMailTexts()
  const { send: maySend } = usePermissions()
  const { cancelWithPrompt } = useCancelPrompt()
  const { approve, declineWithPrompt } = useApprovals()

  const look = [{ icon: <Eye />, label: t("actions.open"), onClick: () => onOpen(mail.id, "details") }]
  const order = orderPath
    ? [{ icon: <ArrowUpRightOnBox />, label: t("actions.openOrder", { number: mail.order_number }), to: orderPath }]
    : []
  const resend =
    maySend && isResendable(mail)
      ? [{ icon: <PaperPlane />, label: t("actions.sendAgain"), onClick: () => onOpen(mail.id, "resend") }]
      : []
  const cancel =
    maySend && isCancelable(mail)
      ? [{ icon: <XCircle />, label: t("actions.cancelMail"), onClick: () => void cancelWithPrompt(mail) }]
      : []
  const decide =
    maySend && isAwaitingApproval(mail)
      ? [
          { icon: <CheckCircle />, label: t("approvals.approve"), onClick: () => approve([mail.id]) },
          { icon: <XCircle />, label: t("approvals.decline"), onClick: () => void declineWithPrompt([mail.id]) },
        ]
      : []
  const groups = [[...look, ...order], decide, resend, cancel].filter((actions) => actions.length > 0)

  return (
    <div onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={groups.map((actions) => ({ actions }))}>
        <IconButton size="small" variant="transparent" aria-label={t("actions.menu", { title: kindTitle(mail) })}>
          <EllipsisHorizontal />
        </IconButton>
      </ActionMenu>
    </div>
  )
}
