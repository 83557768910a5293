import { toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { createRequestIds } from "../lib/request-id"
import { useResendOrderMail } from "./use-order-mail-actions"
import { useSentToast } from "./use-sent-toast"

/** Asks, then sends a mail again to the address that was meant, which the order keeps, and says how that went. */
export const useCorrectRecipient = (
  mail: Pick<AdminOrderMail, "id" | "order_number">,
  onSent: (id: string) => void,
) => {
  const { t } = useTranslation("orderMail")
  const prompt = usePrompt()
  const toastSent = useSentToast()
  const { mutate, isPending } = useResendOrderMail(mail.id)
  const [requestIdFor] = useState(createRequestIds)

  const correctWithPrompt = async (address: string) => {
    const isConfirmed = await prompt({
      variant: "confirmation",
      title: t("suggestion.promptTitle"),
      description: t("suggestion.promptText", { address, number: mail.order_number }),
      confirmText: t("suggestion.correct"),
      cancelText: t("actions.cancel"),
    })
    if (!isConfirmed) return
    mutate(
      { request_id: requestIdFor({ to: address }), to: address, update_order: true },
      {
        onSuccess: ({ order_mail }) => {
          toastSent(order_mail, {
            title: t("resend.success"),
            description: t("resend.successText", { address: order_mail.recipient ?? address }),
          })
          onSent(order_mail.id)
        },
        onError: (error) => toast.error(t("resend.failure"), { description: error.message }),
      },
    )
  }

  return { correctWithPrompt, isPending }
}
