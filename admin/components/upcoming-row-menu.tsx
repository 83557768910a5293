import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowUpRightOnBox, CheckCircle, EllipsisHorizontal, Eye, XCircle } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminUpcomingMail } from "../../src/api/dunning-types"
import { useApprovals } from "../hooks/use-approvals"
import { useDunningTexts } from "../hooks/use-dunning-texts"
import { usePermissions } from "../hooks/use-permissions"
import { isSelectable } from "../hooks/use-upcoming-selection"

interface UpcomingRowMenuProps {
  mail: AdminUpcomingMail
  onOpen: (id: string) => void
}

/** What can be done about one line, by this user. */
export const UpcomingRowMenu = ({ mail, onOpen }: UpcomingRowMenuProps) => {
  const { t } = useTranslation("orderMail")
  const { stepName } = useDunningTexts()
  const { send: maySend } = usePermissions()
  const { approve, declineWithPrompt } = useApprovals()

  const mailId = mail.order_mail_id
  const look = mailId === null ? [] : [{ icon: <Eye />, label: t("actions.open"), onClick: () => onOpen(mailId) }]
  const order = {
    icon: <ArrowUpRightOnBox />,
    label: t("actions.openOrder", { number: mail.order_number }),
    to: `/orders/${mail.order_id}`,
  }
  const decide =
    mailId !== null && maySend && isSelectable(mail)
      ? [
          { icon: <CheckCircle />, label: t("approvals.approve"), onClick: () => approve([mailId]) },
          { icon: <XCircle />, label: t("approvals.decline"), onClick: () => void declineWithPrompt([mailId]) },
        ]
      : []
  const groups = [[...look, order], decide].filter((actions) => actions.length > 0)
  const title = `${stepName(mail)} #${mail.order_number}`
  return (
    <div onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={groups.map((actions) => ({ actions }))}>
        <IconButton size="small" variant="transparent" aria-label={t("actions.menu", { title })}>
          <EllipsisHorizontal />
        </IconButton>
      </ActionMenu>
    </div>
  )
}
