import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Envelope } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { AccessDenied } from "../../../components/access-denied"
import { PermissionGate } from "../../../components/permission-gate"
import { SenderSection } from "../../../components/sender-section"

/** Settings of the order e-mails. */
const OrderMailSettingsPage = () => (
  <PermissionGate needs="manage_settings" otherwise={<AccessDenied permission="order_mail_settings:update" />}>
    <SenderSection />
  </PermissionGate>
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
