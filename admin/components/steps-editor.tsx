import { ArrowDownMini, ArrowUpMini, Trash } from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDunningStep } from "../../src/api/settings-types"
import { PLAN_LIMITS, type PlanProblem } from "../../src/dunning/check-plan"
import { useStepTexts } from "../hooks/use-step-texts"
import type { PlanType } from "../../src/dunning/dunning-plan"
import { movedStep, nextStep, withStep } from "../lib/dunning-steps"
import { StepFields } from "./step-fields"

interface StepsEditorProps {
  plan: PlanType
  steps: readonly AdminDunningStep[]
  onChange: (steps: AdminDunningStep[]) => void
  problems: readonly PlanProblem[]
  disabled: boolean
}

/** The steps of a plan, each with its fields; says at each what is wrong with it. */
export const StepsEditor = ({ plan, steps, onChange, problems, disabled }: StepsEditorProps) => {
  const { t } = useTranslation("orderMail")
  const { stepTitle } = useStepTexts()
  return (
    <>
      {steps.length === 0 && <Text size="small">{t("dunning.noSteps")}</Text>}
      <ol className="flex flex-col gap-y-3">
        {steps.map((step, index) => (
          <li key={index} data-step={index + 1} className="shadow-borders-base bg-ui-bg-base rounded-lg">
            <div className="flex items-center justify-between gap-x-2 border-b px-4 py-2">
              <Text size="small" weight="plus">
                {`${index + 1}. ${stepTitle(step)}`}
              </Text>
              <div className="flex shrink-0 items-center">
                <StepButton
                  label={t("dunning.stepUp", { number: index + 1 })}
                  disabled={disabled || index === 0}
                  onClick={() => onChange(movedStep(steps, index, -1))}
                >
                  <ArrowUpMini />
                </StepButton>
                <StepButton
                  label={t("dunning.stepDown", { number: index + 1 })}
                  disabled={disabled || index === steps.length - 1}
                  onClick={() => onChange(movedStep(steps, index, 1))}
                >
                  <ArrowDownMini />
                </StepButton>
                <StepButton
                  label={t("dunning.removeStep", { number: index + 1 })}
                  disabled={disabled}
                  onClick={() => onChange(steps.filter((_, place) => place !== index))}
                >
                  <Trash />
                </StepButton>
              </div>
            </div>
            <StepFields
              plan={plan}
              step={step}
              others={steps.filter((_, place) => place !== index)}
              onChange={(part) => onChange(withStep(steps, index, part))}
              errorAt={(...fields) => {
                const problem = problems.find((one) => one.step === index && fields.includes(one.field))
                return problem ? t(`planProblems.${problem.code}`) : null
              }}
              disabled={disabled}
            />
          </li>
        ))}
      </ol>
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        disabled={disabled || steps.length >= PLAN_LIMITS.steps}
        onClick={() => onChange([...steps, nextStep(steps)])}
      >
        {t("dunning.addStep")}
      </Button>
    </>
  )
}

interface StepButtonProps {
  label: string
  disabled: boolean
  onClick: () => void
  children: ReactNode
}

const StepButton = ({ label, ...button }: StepButtonProps) => (
  <IconButton type="button" size="small" variant="transparent" aria-label={label} {...button} />
)
