import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { useMailTexts } from "./use-mail-texts"

/** Says what became of a mail somebody just asked for: it can be skipped or fail before it is ever queued. */
export const useSentToast = () => {
  const { t } = useTranslation("orderMail")
  const { stateSentence } = useMailTexts()
  return (mail: AdminOrderMail, success: { title: string; description: string }) => {
    if (mail.state === "skipped" || mail.state === "failed") {
      toast.error(t("send.skipped"), { description: stateSentence(mail) })
    } else {
      toast.success(success.title, { description: success.description })
    }
  }
}
