import { useTranslation } from "react-i18next"
import { NotificationsSection } from "../../../../components/notifications-section"
import { SettingsPage } from "../../../../components/settings-page"

/** Settings of the order e-mails: notifications. The entry in the sidebar is that of the page above. */
const NotificationsSettingsPage = () => (
  <SettingsPage>
    <NotificationsSection />
  </SettingsPage>
)

const Breadcrumb = () => {
  const { t } = useTranslation("orderMail")
  return <>{t("sections.notifications")}</>
}

export const handle = {
  breadcrumb: () => <Breadcrumb />,
}

export default NotificationsSettingsPage
