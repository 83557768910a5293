import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ShopId } from "../lib/shop-id"
import { useMakeDkimKey } from "./use-sender"

/** Explains what a new key means, makes it when that is wanted, and says what to do next. */
export const useDkimKeyPrompt = (shopId: ShopId, isFirst: boolean) => {
  const { t } = useTranslation("orderMail")
  const prompt = usePrompt()
  const { mutate, isPending } = useMakeDkimKey(shopId)

  const makeWithPrompt = async () => {
    const isConfirmed = await prompt({
      variant: "confirmation",
      title: isFirst ? t("dkimPrompt.makeTitle") : t("dkimPrompt.changeTitle"),
      description: isFirst ? t("dkimPrompt.makeDescription") : t("dkimPrompt.changeDescription"),
      confirmText: isFirst ? t("dkimKeys.make") : t("dkimKeys.change"),
      cancelText: t("actions.cancel"),
    })
    if (!isConfirmed) return
    mutate(undefined, {
      onSuccess: () => toast.success(t("dkimPrompt.success"), { description: t("dkimPrompt.successText") }),
      onError: (error) => toast.error(t("dkimPrompt.failure"), { description: error.message }),
    })
  }

  return { makeWithPrompt, isPending }
}
