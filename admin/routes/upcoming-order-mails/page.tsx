import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useTranslation } from "react-i18next"
import { AccessDenied } from "../../components/access-denied"
import { PermissionGate } from "../../components/permission-gate"
import { UpcomingMails } from "../../components/upcoming-mails"

/** What the plans of all orders would send. Not below the list of mails: the menu has no third level. */
const UpcomingPage = () => (
  <PermissionGate needs="read" otherwise={<AccessDenied permission="order_mail:read" />}>
    <UpcomingMails />
  </PermissionGate>
)

const Breadcrumb = () => {
  const { t } = useTranslation("orderMail")
  return <>{t("upcoming.title")}</>
}

export const config = defineRouteConfig({
  label: "upcoming.title",
  translationNs: "orderMail",
  nested: "/orders",
})

export const handle = {
  breadcrumb: () => <Breadcrumb />,
}

export default UpcomingPage
