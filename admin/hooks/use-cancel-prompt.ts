import { FetchError } from "@medusajs/js-sdk"
import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { useMailTexts } from "./use-mail-texts"
import { useCancelOrderMail } from "./use-order-mail-actions"

/** The server's only reason to call the request wrong: the mail does not wait any more. */
const isTooLate = (error: Error) => error instanceof FetchError && error.status === 400

/** Asks whether a mail shall not be sent, cancels it, and says how that went. */
export const useCancelPrompt = () => {
  const { t } = useTranslation("orderMail")
  const { kindTitle } = useMailTexts()
  const prompt = usePrompt()
  const { mutate, isPending } = useCancelOrderMail()

  const cancelWithPrompt = async (mail: AdminOrderMail) => {
    const isConfirmed = await prompt({
      title: t("cancel.title"),
      description: t("cancel.description", {
        title: mail.subject ?? kindTitle(mail),
        recipient: mail.recipient ?? t("values.noRecipient"),
      }),
      confirmText: t("cancel.confirm"),
      cancelText: t("cancel.keep"),
    })
    if (!isConfirmed) return
    mutate(mail.id, {
      onSuccess: () => toast.success(t("cancel.success")),
      onError: (error) =>
        toast.error(t("cancel.failure"), { description: isTooLate(error) ? t("cancel.tooLate") : error.message }),
    })
  }

  return { cancelWithPrompt, isPending }
}
