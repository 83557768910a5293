import { useTranslation } from "react-i18next"
import { TextsSection } from "../../../../components/texts-section"
import { SettingsPage } from "../../../../components/settings-page"

/** Settings of the order e-mails: texts. The entry in the sidebar is that of the page above. */
const TextsSettingsPage = () => (
  <SettingsPage>
    <TextsSection />
  </SettingsPage>
)

const Breadcrumb = () => {
  const { t } = useTranslation("orderMail")
  return <>{t("sections.texts")}</>
}

export const handle = {
  breadcrumb: () => <Breadcrumb />,
}

export default TextsSettingsPage
