import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDunningStepBody } from "../../src/api/dunning-types"
import { useEndPlan, useResumePlan, useSendStepNow, useSkipStep } from "./use-dunning-actions"
import { useDunningTexts } from "./use-dunning-texts"

/** Asks before a step is sent or skipped or a plan is ended, does it, and says how that went. */
export const useStepPrompts = (orderId: string) => {
  const { t } = useTranslation("orderMail")
  const { stepName, stepRefusal } = useDunningTexts()
  const prompt = usePrompt()
  const sendNow = useSendStepNow(orderId)
  const skip = useSkipStep(orderId)
  const end = useEndPlan(orderId)
  const resume = useResumePlan(orderId)

  const outcome = (success: string, failure: string) => ({
    onSuccess: () => void toast.success(success),
    onError: (error: Error) => void toast.error(failure, { description: stepRefusal(error) }),
  })

  const sendNowWithPrompt = async (step: AdminDunningStepBody, address: string | null) => {
    const mail = stepName(step)
    const isConfirmed = await prompt({
      variant: "confirmation",
      title: t("sendNow.title"),
      description: t("sendNow.description", { mail, address: address ?? t("values.noRecipient") }),
      confirmText: t("sendNow.confirm"),
      cancelText: t("actions.close"),
    })
    if (isConfirmed) sendNow.mutate(step, outcome(t("sendNow.success", { mail }), t("sendNow.failure")))
  }

  const skipWithPrompt = async (step: AdminDunningStepBody) => {
    const mail = stepName(step)
    const isConfirmed = await prompt({
      title: t("skip.title"),
      description: t("skip.description", { mail }),
      confirmText: t("skip.confirm"),
      cancelText: t("actions.close"),
    })
    if (isConfirmed) skip.mutate(step, outcome(t("skip.success", { mail }), t("skip.failure")))
  }

  const endWithPrompt = async () => {
    const isConfirmed = await prompt({
      title: t("endPlan.title"),
      description: t("endPlan.description"),
      confirmText: t("endPlan.confirm"),
      cancelText: t("actions.close"),
    })
    if (isConfirmed) end.mutate(undefined, outcome(t("endPlan.success"), t("endPlan.failure")))
  }

  const resumePlan = () => resume.mutate(undefined, outcome(t("resumePlan.success"), t("resumePlan.failure")))

  const isPending = sendNow.isPending || skip.isPending || end.isPending || resume.isPending
  return { sendNowWithPrompt, skipWithPrompt, endWithPrompt, resumePlan, isPending }
}
