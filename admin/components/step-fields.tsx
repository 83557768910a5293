import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDunningStep } from "../../src/api/settings-types"
import type { PlanProblem } from "../../src/dunning/check-plan"
import { useMailTexts } from "../hooks/use-mail-texts"
import { type PlanType, STEP_KINDS } from "../../src/dunning/dunning-plan"
import { daysFrom, freeLevel, LEVELS, momentOf, STEP_MOMENTS, STEP_SWITCHES } from "../lib/dunning-steps"
import { Choice } from "./choice-field"
import { LabeledField } from "./labeled-field"
import { WholeNumberInput } from "./number-input"
import { StepFees } from "./step-fees"
import { TickField } from "./tick-field"

interface StepFieldsProps {
  plan: PlanType
  step: AdminDunningStep
  /** The other steps of the plan. */
  others: readonly AdminDunningStep[]
  onChange: (part: Partial<AdminDunningStep>) => void
  /** What is wrong with a field, in words. */
  errorAt: (...fields: PlanProblem["field"][]) => string | null
  disabled: boolean
}

/** Edits one step of a plan. */
export const StepFields = ({ plan, step, others, onChange, errorAt, disabled }: StepFieldsProps) => {
  const { t } = useTranslation("orderMail")
  const { kindName } = useMailTexts()
  const [isBefore, setIsBefore] = useState(step.days < 0)
  const moment = momentOf(step, isBefore)
  // What was delivered is not canceled; a plan that has it can still get rid of it.
  const switches = STEP_SWITCHES.filter(
    (name) => plan === "prepayment" || name !== "offers_cancellation" || step.offers_cancellation,
  )
  return (
    <div className="flex flex-col gap-y-4 px-4 py-3">
      <div className="flex flex-wrap gap-x-3 gap-y-4">
        <LabeledField label={t("fields.kind")} className="flex-1 basis-44">
          {(ids) => (
            <Choice
              {...ids}
              value={step.kind}
              onChange={(kind) => onChange({ kind, level: freeLevel(kind, others) })}
              options={STEP_KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))}
              disabled={disabled}
            />
          )}
        </LabeledField>
        <LabeledField label={t("dunning.level")} className="basis-24">
          {(ids) => (
            <Choice
              {...ids}
              value={String(step.level)}
              onChange={(level) => onChange({ level: Number(level) })}
              options={LEVELS.map((level) => ({ value: String(level), label: String(level) }))}
              disabled={disabled}
            />
          )}
        </LabeledField>
      </div>
      <StepProblem text={errorAt("kind", "level")} />
      <div className="flex flex-wrap gap-x-3 gap-y-4">
        <LabeledField label={t("dunning.days")} className="basis-24">
          {(ids) => (
            <WholeNumberInput
              {...ids}
              value={Math.abs(step.days)}
              onChange={(days) => onChange(daysFrom(moment, days))}
              disabled={disabled}
            />
          )}
        </LabeledField>
        <LabeledField label={t("dunning.countedFrom")} className="flex-1 basis-44">
          {(ids) => (
            <Choice
              {...ids}
              value={moment}
              onChange={(chosen) => {
                setIsBefore(chosen === "before-due")
                onChange(daysFrom(chosen, step.days))
              }}
              options={STEP_MOMENTS.map((value) => ({ value, label: t(`stepMoments.${value}.label`) }))}
              disabled={disabled}
            />
          )}
        </LabeledField>
      </div>
      <StepProblem text={errorAt("days", "from")} />
      <LabeledField
        label={t("dunning.payableWithin")}
        hint={t("dunning.payableWithinHint")}
        error={errorAt("payableWithinDays")}
      >
        {(ids) => (
          <WholeNumberInput
            {...ids}
            value={step.payable_within_days ?? NaN}
            onChange={(days) => onChange({ payable_within_days: Number.isNaN(days) ? null : days })}
            disabled={disabled}
          />
        )}
      </LabeledField>
      {switches.map((name) => (
        <TickField
          key={name}
          label={t(`stepSwitches.${name}.label`)}
          hint={t(`stepSwitches.${name}.hint`)}
          error={name === "interest" ? errorAt("interest") : null}
          value={step[name]}
          onChange={(value) => onChange({ [name]: value })}
          disabled={disabled}
        />
      ))}
      <StepFees fees={step.fees} onChange={(fees) => onChange({ fees })} error={errorAt("fees")} disabled={disabled} />
    </div>
  )
}

/** What is wrong with two fields that stand side by side. */
const StepProblem = ({ text }: { text: string | null }) =>
  text && (
    <p role="alert" className="txt-small text-ui-fg-error -mt-2">
      {text}
    </p>
  )
