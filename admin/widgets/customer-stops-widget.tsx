import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { CustomerStops } from "../components/customer-stops"
import { PermissionGate } from "../components/permission-gate"

/** Whether the customer is reminded, below the sections of the customer's own page. */
const CustomerStopsWidget = ({ data: customer }: DetailWidgetProps<AdminCustomer>) => (
  <PermissionGate needs="read">
    <CustomerStops customerId={customer.id} />
  </PermissionGate>
)

export const config = defineWidgetConfig({
  zone: "customer.details.after",
  id: "order-mail:customer-stops",
})

export default CustomerStopsWidget
