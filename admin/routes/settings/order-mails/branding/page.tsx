import { useTranslation } from "react-i18next"
import { BrandingSection } from "../../../../components/branding-section"
import { SettingsPage } from "../../../../components/settings-page"

/** Settings of the order e-mails: branding. The entry in the sidebar is that of the page above. */
const BrandingSettingsPage = () => (
  <SettingsPage>
    <BrandingSection />
  </SettingsPage>
)

const Breadcrumb = () => {
  const { t } = useTranslation("orderMail")
  return <>{t("sections.branding")}</>
}

export const handle = {
  breadcrumb: () => <Breadcrumb />,
}

export default BrandingSettingsPage
