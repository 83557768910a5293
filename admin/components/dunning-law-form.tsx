import { RadioGroup } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { problemOfBaseRates } from "../../src/dunning/base-rate"
import { useSectionForm } from "../hooks/use-section-form"
import { useSettingNames } from "../hooks/use-setting-names"
import { DUNNING_CARDS } from "../lib/dunning-fields"
import { BUSINESS_CUSTOMERS } from "../lib/setting-names"
import type { SectionSettings } from "../lib/section-draft"
import { BaseRates } from "./base-rates"
import { DunningLawNotes } from "./dunning-law-notes"
import { SectionInput } from "./section-input"
import { SettingsForm } from "./settings-form"
import { TickField } from "./tick-field"

/** Edits who counts as a business, what that costs, and the base rate. */
export const DunningLawForm = ({
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
    fields: DUNNING_CARDS.law,
    problemAt: (field, draft) =>
      field === "base_rates" && problemOfBaseRates(draft[field].value) !== null ? t("dunningProblems.baseRates") : null,
    onSaved,
  })
  return (
    <SettingsForm title={t("dunningCards.law.edit")} form={form}>
      <SectionInput
        {...form.at("business_customers")}
        label={settingName("dunning", "business_customers")}
        configuredHint={t("dunning.shipped")}
        isGroup
      >
        {({ disabled }, value, set) => (
          <RadioGroup
            value={value}
            onValueChange={(chosen: typeof value) => set(chosen)}
            disabled={disabled}
            aria-label={settingName("dunning", "business_customers")}
          >
            {BUSINESS_CUSTOMERS.map((meaning) => (
              <RadioGroup.ChoiceBox
                key={meaning}
                value={meaning}
                label={t(`businessCustomers.${meaning}.label`)}
                description={t(`businessCustomers.${meaning}.hint`)}
              />
            ))}
          </RadioGroup>
        )}
      </SectionInput>
      <SectionInput
        {...form.at("flat_fee")}
        label={settingName("dunning", "flat_fee")}
        configuredHint={t("dunning.shipped")}
        isGroup
      >
        {({ disabled }, value, set) => (
          <TickField
            label={t("dunning.flatFeeOn")}
            hint={t("dunning.flatFeeHint")}
            value={value}
            onChange={set}
            disabled={disabled}
          />
        )}
      </SectionInput>
      <SectionInput
        {...form.at("base_rates")}
        label={settingName("dunning", "base_rates")}
        hint={t("dunning.baseRatesHint")}
        configuredHint={t("dunning.shippedRates")}
        isGroup
      >
        {({ disabled }, value, set) => <BaseRates rates={value} onChange={set} disabled={disabled} />}
      </SectionInput>
      <DunningLawNotes />
    </SettingsForm>
  )
}
