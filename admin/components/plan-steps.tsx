import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDunningStep } from "../../src/api/settings-types"
import { useStepTexts } from "../hooks/use-step-texts"

/** The steps of a plan in words, in their order. */
export const PlanSteps = ({ steps }: { steps: readonly AdminDunningStep[] }) => {
  const { t } = useTranslation("orderMail")
  const { stepTitle, stepMoment, stepExtras } = useStepTexts()
  if (steps.length === 0) return <Text size="small">{t("dunning.noSteps")}</Text>
  return (
    <ol className="flex flex-col gap-y-3">
      {steps.map((step, index) => (
        <li key={index} data-plan-step={index + 1} className="flex gap-x-3">
          <Badge size="2xsmall" rounded="full" className="mt-0.5 shrink-0">
            {index + 1}
          </Badge>
          <div className="flex min-w-0 flex-col gap-y-0.5">
            <Text size="small" weight="plus">
              {stepTitle(step)}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {stepMoment(step)}
            </Text>
            {stepExtras(step).map((extra) => (
              <Text key={extra} size="small" className="text-ui-fg-subtle">
                {extra}
              </Text>
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}
