import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useApprovals } from "../hooks/use-approvals"

interface ApprovalButtonsProps {
  mailId: string
  /** What the mail is, where several stand below each other; the buttons are told apart by it. */
  title?: string
}

/** Decides about one mail that waits for approval. */
export const ApprovalButtons = ({ mailId, title }: ApprovalButtonsProps) => {
  const { t } = useTranslation("orderMail")
  const { approve, declineWithPrompt, isPending } = useApprovals()
  const name = (action: string) => (title ? `${action}: ${title}` : action)
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        disabled={isPending}
        aria-label={name(t("approvals.decline"))}
        onClick={() => void declineWithPrompt([mailId])}
      >
        {t("approvals.decline")}
      </Button>
      <Button
        size="small"
        isLoading={isPending}
        aria-label={name(t("approvals.approve"))}
        onClick={() => approve([mailId])}
      >
        {t("approvals.approve")}
      </Button>
    </>
  )
}
