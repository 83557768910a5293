import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ShopId } from "../lib/shop-id"
import { useGiveUpDkimKey } from "./use-sender"

/** Asks whether a key that waits shall be given up, and does it. */
export const useGiveUpDkimKeyPrompt = (shopId: ShopId, selector: string) => {
  const { t } = useTranslation("orderMail")
  const prompt = usePrompt()
  const { mutate, isPending } = useGiveUpDkimKey(shopId)

  const giveUpWithPrompt = async () => {
    const isConfirmed = await prompt({
      variant: "danger",
      title: t("dkimPrompt.giveUpTitle", { selector }),
      description: t("dkimPrompt.giveUpDescription"),
      confirmText: t("dkimKeys.giveUp"),
      cancelText: t("actions.cancel"),
    })
    if (!isConfirmed) return
    mutate(selector, {
      onSuccess: () => toast.success(t("dkimPrompt.givenUp")),
      onError: (error) => toast.error(t("dkimPrompt.giveUpFailure"), { description: error.message }),
    })
  }

  return { giveUpWithPrompt, isPending }
}
