import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { createRequestIds } from "../lib/request-id"
import { useResendOrderMail } from "./use-order-mail-actions"
import { useSentToast } from "./use-sent-toast"

interface Correction {
  /** Whether the order keeps the address; only for users who may change orders. */
  mayUpdateOrder: boolean
  /** Called with the id of the new mail. */
  onSent: (id: string) => void
}

/** Sends a mail again to the address that was meant, and says how that went. */
export const useCorrectRecipient = (mailId: string, { mayUpdateOrder, onSent }: Correction) => {
  const { t } = useTranslation("orderMail")
  const toastSent = useSentToast()
  const { mutate, isPending } = useResendOrderMail(mailId)
  const [requestIdFor] = useState(createRequestIds)

  const correct = (address: string) =>
    mutate(
      { request_id: requestIdFor({ to: address }), to: address, update_order: mayUpdateOrder },
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

  return { correct, isPending }
}
