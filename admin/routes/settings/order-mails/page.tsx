import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Envelope } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { SenderSection } from "../../../components/sender-section"
import { SettingsPage } from "../../../components/settings-page"

/** Settings of the order e-mails. */
const OrderMailSettingsPage = () => (
  <SettingsPage>
    <SenderSection />
  </SettingsPage>
)

const Breadcrumb = () => {
  const { t } = useTranslation("orderMail")
  return <>{t("settings.title")}</>
}

export const config = defineRouteConfig({
  label: "settings.title",
  translationNs: "orderMail",
  icon: Envelope,
})

export const handle = {
  breadcrumb: () => <Breadcrumb />,
}

export default OrderMailSettingsPage
