import { useTranslation } from "react-i18next"
import { BankSection } from "../../../../components/bank-section"
import { SettingsPage } from "../../../../components/settings-page"

/** Settings of the order e-mails: bank. The entry in the sidebar is that of the page above. */
const BankSettingsPage = () => (
  <SettingsPage>
    <BankSection />
  </SettingsPage>
)

const Breadcrumb = () => {
  const { t } = useTranslation("orderMail")
  return <>{t("sections.bank")}</>
}

export const handle = {
  breadcrumb: () => <Breadcrumb />,
}

export default BankSettingsPage
