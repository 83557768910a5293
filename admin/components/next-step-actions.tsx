import { ForwardSolid, PaperPlane } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDunning } from "../../src/api/dunning-types"
import { useStepPrompts } from "../hooks/use-step-prompts"
import { stepToDecide } from "../lib/planned-step"

interface NextStepActionsProps {
  dunning: AdminDunning
  /** The order's own address. */
  address: string | null
}

/** Sends or skips the step that comes next, or takes an ended plan up again. */
export const NextStepActions = ({ dunning, address }: NextStepActionsProps) => {
  const { t } = useTranslation("orderMail")
  const { sendNowWithPrompt, skipWithPrompt, resumePlan, isPending } = useStepPrompts(dunning.order_id)
  const step = stepToDecide(dunning)

  if (dunning.ended_at !== null) {
    return (
      <div>
        <Button size="small" variant="secondary" isLoading={isPending} onClick={resumePlan}>
          {t("resumePlan.action")}
        </Button>
      </div>
    )
  }
  if (step === null) return null
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        variant="secondary"
        isLoading={isPending}
        onClick={() => void sendNowWithPrompt(step, address)}
      >
        <PaperPlane />
        {t("sendNow.confirm")}
      </Button>
      <Button size="small" variant="transparent" disabled={isPending} onClick={() => void skipWithPrompt(step)}>
        <ForwardSolid />
        {t("skip.confirm")}
      </Button>
    </div>
  )
}
