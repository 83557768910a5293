import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminApprovalsResponse } from "../../src/api/dunning-types"
import { useDecideApprovals } from "./use-dunning-actions"
import { useMailTexts } from "./use-mail-texts"

type Results = AdminApprovalsResponse["results"]

/** Approves or declines mails that wait for it, asks before they are declined, and says what became of each. */
export const useApprovals = () => {
  const { t } = useTranslation("orderMail")
  const { refusalSentence } = useMailTexts()
  const prompt = usePrompt()
  const { mutate, isPending } = useDecideApprovals()

  const say = (results: Results) => {
    const counted = (wanted: Results[number]["result"]) => results.filter(({ result }) => result === wanted).length
    const approved = counted("approved")
    const declined = counted("declined")
    if (approved > 0) toast.success(t("approvals.approved", { count: approved }))
    if (declined > 0) toast.success(t("approvals.declined", { count: declined }))
    const refusals = results.filter(({ result }) => result === "refused")
    if (refusals.length === 0) return
    // Many mails are mostly refused for the same reason.
    const reasons = new Set(refusals.map(({ reason, message }) => (reason ? t(`reasons.${reason}`) : message)))
    toast.error(t("approvals.refused", { count: refusals.length }), { description: [...reasons].join(" ") })
  }
  const decide = (action: "approve" | "decline", mailIds: string[], onDecided?: () => void) =>
    mutate(
      { action, order_mail_ids: mailIds },
      {
        onSuccess: ({ results }) => {
          say(results)
          onDecided?.()
        },
        onError: (error) => void toast.error(t("approvals.failure"), { description: refusalSentence(error) }),
      },
    )

  const approve = (mailIds: string[], onDecided?: () => void) => decide("approve", mailIds, onDecided)

  const declineWithPrompt = async (mailIds: string[], onDecided?: () => void) => {
    const isConfirmed = await prompt({
      title: t("approvals.declineTitle", { count: mailIds.length }),
      description: t("approvals.declineText"),
      confirmText: t("approvals.decline"),
      cancelText: t("actions.close"),
    })
    if (isConfirmed) decide("decline", mailIds, onDecided)
  }

  return { approve, declineWithPrompt, isPending }
}
