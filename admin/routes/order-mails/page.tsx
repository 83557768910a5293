import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useTranslation } from "react-i18next"
import { AccessDenied } from "../../components/access-denied"
import { AllMails } from "../../components/all-mails"
import { PermissionGate } from "../../components/permission-gate"

/** All e-mails of all orders. */
const OrderMailsPage = () => (
  <PermissionGate needs="read" otherwise={<AccessDenied permission="order_mail:read" />}>
    <AllMails />
  </PermissionGate>
)

const Breadcrumb = () => {
  const { t } = useTranslation("orderMail")
  return <>{t("domain")}</>
}

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "orderMail",
  nested: "/orders",
})

export const handle = {
  breadcrumb: () => <Breadcrumb />,
}

export default OrderMailsPage
