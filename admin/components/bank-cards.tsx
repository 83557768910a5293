import { useFormInAddress } from "../hooks/use-settings-address"
import type { SectionSettings } from "../lib/section-draft"
import { BankAccountForm } from "./bank-account-form"
import { BankAccounts } from "./bank-accounts"
import { BankProviders } from "./bank-providers"
import { BankProvidersForm } from "./bank-providers-form"
import { BankTerms } from "./bank-terms"
import { BankTermsForm } from "./bank-terms-form"
import { SettingsDrawer } from "./settings-drawer"

/** Everything that is set about payments, and the forms for that. */
export const BankCards = ({ settings }: { settings: SectionSettings<"bank"> }) => {
  const { accounts } = settings.fields
  // One more than there are is a new one.
  const accountForms = [...accounts.value, null].map((_, index) => `account-${index}` as const)
  const { form, openForm, closeForm } = useFormInAddress([...accountForms, "terms", "providers"] as const)
  const close = () => closeForm()
  const closeSaved = () => closeForm({ isSaved: true })
  const edited = accountForms.findIndex((name) => name === form)
  return (
    <>
      <BankAccounts settings={settings} onEdit={(index) => openForm(`account-${index}`)} />
      <BankTerms settings={settings} onEdit={() => openForm("terms")} />
      <BankProviders settings={settings} onEdit={() => openForm("providers")} />
      <SettingsDrawer isOpen={edited !== -1} onClose={close}>
        <BankAccountForm settings={settings} index={edited} onSaved={closeSaved} />
      </SettingsDrawer>
      <SettingsDrawer isOpen={form === "terms"} onClose={close}>
        <BankTermsForm settings={settings} onSaved={closeSaved} />
      </SettingsDrawer>
      <SettingsDrawer isOpen={form === "providers"} onClose={close}>
        <BankProvidersForm settings={settings} onSaved={closeSaved} />
      </SettingsDrawer>
    </>
  )
}
