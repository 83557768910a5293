import { useFormInAddress } from "../hooks/use-settings-address"
import { DUNNING_CARD_NAMES } from "../lib/dunning-fields"
import { isOneOf } from "../lib/setting-names"
import { PLAN_TYPES } from "../../src/dunning/dunning-plan"
import type { SectionSettings } from "../lib/section-draft"
import { DunningLaw } from "./dunning-law"
import { DunningLawForm } from "./dunning-law-form"
import { DunningPlan } from "./dunning-plan"
import { DunningPlanForm } from "./dunning-plan-form"
import { DunningTerms } from "./dunning-terms"
import { DunningTermsForm } from "./dunning-terms-form"
import { DunningTimes } from "./dunning-times"
import { DunningTimesForm } from "./dunning-times-form"
import { SettingsDrawer } from "./settings-drawer"
import { SettingsModal } from "./settings-modal"

/** Everything that is set about reminders, and the forms for that. */
export const DunningCards = ({ settings }: { settings: SectionSettings<"dunning"> }) => {
  const { form, openForm, closeForm } = useFormInAddress(DUNNING_CARD_NAMES)
  const close = () => closeForm()
  const closeSaved = () => closeForm({ isSaved: true })
  const plan = form !== null && isOneOf(PLAN_TYPES, form) ? form : null
  return (
    <>
      {PLAN_TYPES.map((type) => (
        <DunningPlan key={type} plan={type} settings={settings} onEdit={() => openForm(type)} />
      ))}
      <DunningTerms settings={settings} onEdit={() => openForm("terms")} />
      <DunningTimes settings={settings} onEdit={() => openForm("times")} />
      <DunningLaw settings={settings} onEdit={() => openForm("law")} />
      <SettingsModal isOpen={plan !== null} onClose={close}>
        {plan && <DunningPlanForm key={plan} plan={plan} settings={settings} onSaved={closeSaved} />}
      </SettingsModal>
      <SettingsDrawer isOpen={form === "terms"} onClose={close}>
        <DunningTermsForm settings={settings} onSaved={closeSaved} />
      </SettingsDrawer>
      <SettingsDrawer isOpen={form === "times"} onClose={close}>
        <DunningTimesForm settings={settings} onSaved={closeSaved} />
      </SettingsDrawer>
      <SettingsDrawer isOpen={form === "law"} onClose={close}>
        <DunningLawForm settings={settings} onSaved={closeSaved} />
      </SettingsDrawer>
    </>
  )
}
