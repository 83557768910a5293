import { CommandBar } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useApprovals } from "../hooks/use-approvals"

interface ApprovalBarProps {
  /** The mails that are selected. */
  mailIds: string[]
  onDecided: () => void
}

/** Decides about all selected mails at once. The data table's own bar would count in English. */
export const ApprovalBar = ({ mailIds, onDecided }: ApprovalBarProps) => {
  const { t } = useTranslation("orderMail")
  const { approve, declineWithPrompt, isPending } = useApprovals()
  return (
    <CommandBar open={mailIds.length > 0 && !isPending}>
      <CommandBar.Bar data-testid="approval-bar">
        <CommandBar.Value>{t("upcoming.selected", { count: mailIds.length })}</CommandBar.Value>
        <CommandBar.Seperator />
        <CommandBar.Command action={() => approve(mailIds, onDecided)} label={t("approvals.approve")} shortcut="a" />
        <CommandBar.Seperator />
        <CommandBar.Command
          action={() => void declineWithPrompt(mailIds, onDecided)}
          label={t("approvals.decline")}
          shortcut="d"
        />
      </CommandBar.Bar>
    </CommandBar>
  )
}
