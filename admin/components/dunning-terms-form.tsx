import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSectionForm } from "../hooks/use-section-form"
import { useSettingNames } from "../hooks/use-setting-names"
import { DUNNING_CARDS } from "../lib/dunning-fields"
import { isAmount } from "../lib/dunning-problems"
import type { SectionSettings } from "../lib/section-draft"
import { MinimumAmounts } from "./minimum-amounts"
import { WholeNumberInput } from "./number-input"
import { SectionInput } from "./section-input"
import { SettingsForm } from "./settings-form"

/** Edits which orders are reminded at all, and how often at most. */
export const DunningTermsForm = ({
  settings,
  onSaved,
}: {
  settings: SectionSettings<"dunning">
  onSaved: () => void
}) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const form = useSectionForm({
    settings,
    fields: DUNNING_CARDS.terms,
    problemAt: (field, draft) => {
      if (field === "minimum_distance_days")
        return isDistance(draft[field].value) ? null : t("dunningProblems.distance")
      if (field === "minimum_amounts")
        return draft[field].value.every(({ amount }) => isAmount(amount)) ? null : t("dunningProblems.amount")
      return null
    },
    onSaved,
  })
  return (
    <SettingsForm title={t("dunningCards.terms.edit")} form={form}>
      <SectionInput
        {...form.at("not_before")}
        label={settingName("dunning", "not_before")}
        hint={t("dunning.notBeforeHint")}
        configuredHint={t("dunning.sinceInstallation")}
      >
        {(input, value, set) => (
          // The browser shows and takes the day as its user writes it.
          <Input
            {...input}
            type="date"
            value={value ?? ""}
            onChange={(event) => set(event.target.value === "" ? null : event.target.value)}
          />
        )}
      </SectionInput>
      <SectionInput
        {...form.at("minimum_distance_days")}
        label={settingName("dunning", "minimum_distance_days")}
        hint={t("dunning.distanceHint")}
        configuredHint={t("dunning.shipped")}
      >
        {(input, value, set) => <WholeNumberInput {...input} value={value} onChange={set} />}
      </SectionInput>
      <SectionInput
        {...form.at("minimum_amounts")}
        label={settingName("dunning", "minimum_amounts")}
        hint={t("dunning.minimumHint")}
        configuredHint={t("dunning.shipped")}
        isGroup
      >
        {({ disabled }, value, set) => <MinimumAmounts amounts={value} onChange={set} disabled={disabled} />}
      </SectionInput>
    </SettingsForm>
  )
}

const isDistance = (days: number) => days >= 1 && days <= 60
