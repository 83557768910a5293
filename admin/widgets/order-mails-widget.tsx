import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderMailsSection } from "../components/order-mails-section"
import { PermissionGate } from "../components/permission-gate"

/** The order's e-mails, below the sections of the order's own page. */
const OrderMailsWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => (
  <PermissionGate needs="read">
    <OrderMailsSection
      orderId={order.id}
      orderNumber={order.custom_display_id ?? String(order.display_id ?? order.id)}
      address={order.email ?? null}
    />
  </PermissionGate>
)

export const config = defineWidgetConfig({
  zone: "order.details.after",
  id: "order-mail:order-mails",
})

export default OrderMailsWidget
