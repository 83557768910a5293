import { useTranslation } from "react-i18next"
import { DunningSection } from "../../../../components/dunning-section"
import { SettingsPage } from "../../../../components/settings-page"

/** Settings of the order e-mails: reminders. The entry in the sidebar is that of the page above. */
const DunningSettingsPage = () => (
  <SettingsPage>
    <DunningSection />
  </SettingsPage>
)

const Breadcrumb = () => {
  const { t } = useTranslation("orderMail")
  return <>{t("sections.dunning")}</>
}

export const handle = {
  breadcrumb: () => <Breadcrumb />,
}

export default DunningSettingsPage
