import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useTranslation } from "react-i18next"
import { AllMails } from "../../components/all-mails"

/** All e-mails of all orders. */
const OrderMailsPage = () => <AllMails />

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
