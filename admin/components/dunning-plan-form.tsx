import { Alert, Heading, Switch, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PlanProblem } from "../../src/dunning/check-plan"
import { useSectionForm } from "../hooks/use-section-form"
import { useSettingNames } from "../hooks/use-setting-names"
import { DUNNING_CARDS } from "../lib/dunning-fields"
import type { PlanType } from "../../src/dunning/dunning-plan"
import { PLAN_FIELDS, planProblems } from "../lib/dunning-steps"
import type { SectionDraft, SectionSettings } from "../lib/section-draft"
import { DunningCancelInput } from "./dunning-cancel-input"
import { DunningLawNotes } from "./dunning-law-notes"
import { PlanSteps } from "./plan-steps"
import { SectionInput } from "./section-input"
import { SettingsForm } from "./settings-form"
import { StepsEditor } from "./steps-editor"

interface DunningPlanFormProps {
  plan: PlanType
  settings: SectionSettings<"dunning">
  onSaved: () => void
}

type PlanField = (typeof DUNNING_CARDS)[PlanType][number]

/** Edits a plan: whether it is followed, its steps, and whether orders are canceled in the end. Stands in a `SettingsModal`. */
export const DunningPlanForm = ({ plan, settings, onSaved }: DunningPlanFormProps) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const { active, steps } = PLAN_FIELDS[plan]
  const fields: readonly PlanField[] = DUNNING_CARDS[plan]
  const problemsIn = (draft: SectionDraft<"dunning", PlanField>): PlanProblem[] =>
    planProblems(plan, draft[steps].value, plan === "prepayment" ? draft.prepayment_cancel_after_days.value : null)
  const form = useSectionForm({
    settings,
    fields,
    problemAt: (field, draft) => {
      const problems = problemsIn(draft)
      if (field === steps) return problems.some(isOfSteps) ? t("dunning.stepsWrong") : null
      const cancel = problems.find((problem) => !isOfSteps(problem))
      return field === "prepayment_cancel_after_days" && cancel ? t(`planProblems.${cancel.code}`) : null
    },
    onSaved,
  })
  return (
    <SettingsForm
      title={t(`dunningPlans.${plan}.edit`)}
      form={form}
      beside={
        <div className="flex flex-col gap-y-4">
          {problemsIn(form.draft).some(isOfSteps) && <Alert variant="error">{t("dunning.stepsWrong")}</Alert>}
          <Heading level="h2">{t("dunning.asCustomersSeeIt")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`dunningPlans.${plan}.dueDay`)}
          </Text>
          <PlanSteps steps={form.draft[steps].value} />
          <DunningLawNotes />
        </div>
      }
    >
      <SectionInput
        {...form.at(active)}
        label={settingName("dunning", active)}
        hint={t("dunning.activeHint")}
        configuredHint={t("dunning.shipped")}
      >
        {({ "aria-invalid": _, ...input }, isOn, set) => (
          <div className="flex items-center gap-x-2">
            <Switch {...input} checked={isOn} onCheckedChange={set} />
            <span aria-hidden className="txt-small text-ui-fg-subtle">
              {isOn ? t("notifications.on") : t("notifications.off")}
            </span>
          </div>
        )}
      </SectionInput>
      <SectionInput
        {...form.at(steps)}
        label={settingName("dunning", steps)}
        hint={t("dunning.stepsHint")}
        configuredHint={t("dunning.shipped")}
        isGroup
      >
        {({ disabled }, value, set) => (
          <StepsEditor plan={plan} steps={value} onChange={set} problems={problemsIn(form.draft)} disabled={disabled} />
        )}
      </SectionInput>
      {plan === "prepayment" && (
        <SectionInput
          {...form.at("prepayment_cancel_after_days")}
          label={settingName("dunning", "prepayment_cancel_after_days")}
          hint={t("dunning.cancelHint")}
          configuredHint={t("dunning.shipped")}
          isGroup
        >
          {({ disabled }, value, set) => <DunningCancelInput value={value} onChange={set} disabled={disabled} />}
        </SectionInput>
      )}
    </SettingsForm>
  )
}

const isOfSteps = ({ field }: PlanProblem): boolean => field !== "cancelAfterDays"
