import { ActionMenu } from "@medusajs/dashboard/components"
import { EllipsisHorizontal, StopCircleSolid, Pause, XCircle } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDunning } from "../../src/api/dunning-types"
import { useStepPrompts } from "../hooks/use-step-prompts"

interface PlanMenuProps {
  dunning: AdminDunning
  onStop: () => void
  onPause: () => void
}

/** What can be decided about an order's plan as a whole. */
export const PlanMenu = ({ dunning, onStop, onPause }: PlanMenuProps) => {
  const { t } = useTranslation("orderMail")
  const { endWithPrompt } = useStepPrompts(dunning.order_id)
  const isPaused = dunning.stops.some(({ scope, active }) => scope === "plan" && active)
  const isEnded = dunning.ended_at !== null

  const pause = isPaused || isEnded ? [] : [{ icon: <Pause />, label: t("planMenu.pause"), onClick: onPause }]
  const stop = [{ icon: <StopCircleSolid />, label: t("planMenu.stop"), onClick: onStop }]
  const end = isEnded ? [] : [{ icon: <XCircle />, label: t("planMenu.end"), onClick: () => void endWithPrompt() }]
  const groups = [[...pause, ...stop], end].filter((actions) => actions.length > 0)
  return (
    <ActionMenu groups={groups.map((actions) => ({ actions }))}>
      <IconButton size="small" variant="transparent" aria-label={t("planMenu.label")}>
        <EllipsisHorizontal />
      </IconButton>
    </ActionMenu>
  )
}
