import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { groupedIban, withoutAccount } from "../lib/account-draft"
import type { SectionSettings } from "../lib/section-draft"
import { useSaveSection } from "./use-section-settings"

/** Changes to the list of accounts that need no form: each asks first. */
export const useBankAccountPrompts = (settings: SectionSettings<"bank">) => {
  const { t } = useTranslation("orderMail")
  const prompt = usePrompt()
  const { mutate, isPending } = useSaveSection("bank")
  const { shop_id, version } = settings
  const accounts = settings.fields.accounts.value
  const on = {
    onSuccess: () => toast.success(t("settingsForm.saved")),
    onError: (error: Error) => toast.error(t("settingsForm.failure"), { description: error.message }),
  }

  const removeWithPrompt = async (index: number) => {
    const isConfirmed = await prompt({
      variant: "danger",
      title: t("bankPrompt.removeTitle"),
      description: t("bankPrompt.removeText", { iban: groupedIban(accounts[index]?.iban ?? "") }),
      confirmText: t("actions.remove"),
      cancelText: t("actions.cancel"),
    })
    if (isConfirmed) mutate({ shop_id, version, set: { accounts: withoutAccount(accounts, index) } }, on)
  }

  const inheritWithPrompt = async () => {
    const isConfirmed = await prompt({
      title: t("bankPrompt.inheritTitle"),
      description: t("bankPrompt.inheritText"),
      confirmText: t("bank.inheritAccounts"),
      cancelText: t("actions.cancel"),
    })
    if (isConfirmed) mutate({ shop_id, version, inherit: ["accounts"] }, on)
  }

  return { removeWithPrompt, inheritWithPrompt, isPending }
}
